import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection that is closer to MongoDB than its parent: strings are ordered by code point, not by UTF-16 unit; an
 * index serves a query that names its field among others.
 */
final class LocalCollection extends H2Collection {
  private static final Map<String, IntPredicate> RANGES =
      Map.of("$gt", c -> c > 0, "$gte", c -> c >= 0, "$lt", c -> c < 0, "$lte", c -> c <= 0);

  LocalCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> data,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    super(database, name, options, data, meta, cursors);
  }

  @Override
  protected QueryResult queryDocuments(Document query, Document orderBy, int skip, int limit, int batch, Document fields) {
    for (Index<Object> index : getIndexes()) {
      Collection<Object> positions = candidates(index, query);
      if (positions != null) return matchDocuments(query, positions, orderBy, skip, limit, batch, fields);
    }
    return super.queryDocuments(query, orderBy, skip, limit, batch, fields);
  }

  private static Collection<Object> candidates(Index<Object> index, Document query) {
    if (index instanceof LocalIndex) return ((LocalIndex) index).candidates(query);
    if (index.getKeys().size() != 1) return null;
    String field = index.getKeys().get(0).getKey();
    if (!query.containsKey(field)) return null;
    Document part = new Document(field, query.get(field));
    if (!index.canHandle(part)) return null;
    List<Object> positions = new ArrayList<>();
    for (Object position : index.getPositions(part)) positions.add(position);
    return positions;
  }

  @Override
  protected QueryResult matchDocumentsFromStream(
      Stream<Document> documents, Document query, Document orderBy, int skip, int limit, int batch, Document fields) {
    Comparator<Document> order = orderBy == null || orderBy.isEmpty() || orderBy.containsKey("$natural") ? null : by(orderBy);
    return matchDocumentsFromStream(query, documents, skip, limit, batch, order, fields);
  }

  private static Comparator<Document> by(Document orderBy) {
    Comparator<Document> all = (a, b) -> 0;
    for (Map.Entry<String, Object> entry : orderBy.entrySet()) {
      String field = entry.getKey();
      Comparator<Document> one =
          (a, b) -> compare(Utils.getSubdocumentValue(a, field), Utils.getSubdocumentValue(b, field));
      all = all.thenComparing(((Number) entry.getValue()).intValue() < 0 ? one.reversed() : one);
    }
    return all;
  }

  private static int compare(Object a, Object b) {
    if (a instanceof String && b instanceof String) return compareText((String) a, (String) b);
    return ValueComparator.asc().compare(a, b);
  }

  /** By code point: the order of UTF-8 bytes. */
  private static int compareText(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i += 1) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) return Character.isSurrogate(x) == Character.isSurrogate(y) ? x - y : Character.isSurrogate(x) ? 1 : -1;
    }
    return a.length() - b.length();
  }

  /** Decides conditions that compare a field with a string itself and leaves the others to the parent. */
  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    Document rest = null;
    for (Map.Entry<String, Object> entry : query.entrySet()) {
      if (!comparesText(entry.getValue())) continue;
      Object value = Utils.getSubdocumentValue(document, entry.getKey());
      if (!(value instanceof String) || !inside((String) value, (Document) entry.getValue())) return false;
      if (rest == null) rest = query.clone();
      rest.remove(entry.getKey());
    }
    return super.documentMatchesQuery(document, rest == null ? query : rest);
  }

  private static boolean comparesText(Object condition) {
    if (!(condition instanceof Document)) return false;
    Set<String> operators = ((Document) condition).keySet();
    return !operators.isEmpty()
        && RANGES.keySet().containsAll(operators)
        && ((Document) condition).values().stream().allMatch(String.class::isInstance);
  }

  private static boolean inside(String value, Document condition) {
    return condition.entrySet().stream()
        .allMatch(bound -> RANGES.get(bound.getKey()).test(compareText(value, (String) bound.getValue())));
  }
}
