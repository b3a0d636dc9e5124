import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds documents by equality of an index's first field. Kept in memory, made anew when the server starts. */
final class LocalIndex extends EmptyIndex<Object> {
  private final Map<Object, Set<Object>> positions = new HashMap<>();
  private final String field;

  LocalIndex(String name, List<IndexKey> keys) {
    super(name, keys);
    this.field = keys.get(0).getKey();
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    Object key = keyOf(document);
    if (key != null) positions.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(position);
  }

  @Override
  public Object remove(Document document) {
    forget(document, document.get("_id"));
    return null;
  }

  @Override
  public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
    Object old = keyOf(before);
    if (old != null && old.equals(keyOf(after))) return;
    forget(before, position);
    add(after, position, collection);
  }

  /** The positions that can match, or null when this index does not help. */
  Collection<Object> candidates(Document query) {
    Object wanted = query.get(field);
    if (wanted instanceof Document) {
      Document condition = (Document) wanted;
      if (condition.get("$in") instanceof Collection) return ofAll((Collection<?>) condition.get("$in"));
      wanted = condition.get("$eq");
    }
    Object key = normal(wanted);
    return key == null ? null : positions.getOrDefault(key, Set.of());
  }

  private Collection<Object> ofAll(Collection<?> values) {
    Set<Object> found = new LinkedHashSet<>();
    for (Object value : values) {
      Object key = normal(value);
      if (key == null) return null;
      found.addAll(positions.getOrDefault(key, Set.of()));
    }
    return found;
  }

  private void forget(Document document, Object position) {
    Object key = keyOf(document);
    Set<Object> known = key == null ? null : positions.get(key);
    if (known == null) return;
    known.remove(position);
    if (known.isEmpty()) positions.remove(key);
  }

  private Object keyOf(Document document) {
    return normal(Utils.getSubdocumentValue(document, field));
  }

  /** Strings and numbers; anything else is not looked up here. */
  private static Object normal(Object value) {
    if (Missing.isNullOrMissing(value)) return null;
    if (value instanceof Number) return ((Number) value).doubleValue() + 0.0;
    return value instanceof String ? value : null;
  }
}
