import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections are {@link LocalCollection}s and whose other indexes are {@link LocalIndex}es. */
final class LocalDatabase extends H2Database {
  /** Static: the constructor above opens collections before fields of this class are set. One store a process. */
  private static MVStore store;
  private static CursorRegistry cursors;

  LocalDatabase(String name, MVStore mvStore, CursorRegistry registry) {
    super(remember(name, mvStore, registry), mvStore, registry);
  }

  private static String remember(String name, MVStore mvStore, CursorRegistry registry) {
    store = mvStore;
    cursors = registry;
    return name;
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    // The names under which H2Database looks for the maps when it drops or moves a collection.
    String full = getDatabaseName() + "." + name;
    MVMap<Object, Document> data = store.openMap("databases." + full);
    MVMap<String, Object> meta = store.openMap("meta." + full);
    return new LocalCollection(this, name, options, data, meta, cursors);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new LocalIndex(name, keys);
  }
}
