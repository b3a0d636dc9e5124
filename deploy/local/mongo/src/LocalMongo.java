import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * Arguments: file, port. Speaks the MongoDB protocol on loopback and keeps everything in the file. It stands in for a
 * MongoDB with write concern {w: 'majority', j: true}: what is acknowledged survives a kill of this process.
 */
public final class LocalMongo {
  /** Mongoose 9 asks for wire version 9 or more; 13 is MongoDB 5.0. */
  enum Version implements MongoVersion {
    FIVE;

    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  }

  /**
   * One command at a time, committed before it is answered: a commit never holds half a command. Commands that end while
   * a commit is being written share the next one.
   */
  static final class Backend extends H2Backend {
    private static final int COMMITS_PER_COMPACTION = 2000;
    private final Object committing = new Object();
    private long executed;
    private long committed;
    private long commits;

    Backend(MVStore store) {
      super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
      return new LocalDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      long place = 0;
      try {
        synchronized (this) {
          try {
            return super.handleMessage(message);
          } finally {
            if (getMvStore().hasUnsavedChanges()) place = ++executed;
          }
        }
      } finally {
        if (place > 0) commitUpTo(place);
      }
    }

    private void commitUpTo(long place) {
      synchronized (committing) {
        if (committed >= place) return;
        synchronized (this) {
          getMvStore().commit();
          committed = executed;
          commits += 1;
          if (commits % COMMITS_PER_COMPACTION == 0) getMvStore().compact(50, 16 * 1024 * 1024);
        }
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    MVStore store = MVStore.open(arguments[0]);
    // No commits in the background: they could fall between the document and its index.
    store.setAutoCommitDelay(0);
    // Space is used again at once: a kill of the process loses nothing by it, a power cut might.
    store.setRetentionTime(0);
    H2Backend backend = new Backend(store);
    backend.version(Version.FIVE);
    MongoServer server = new MongoServer(backend);
    try {
      server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    } catch (RuntimeException error) {
      // The threads of the server would keep the process alive.
      error.printStackTrace();
      System.exit(1);
    }
    System.out.println("listening");
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    Thread.currentThread().join();
  }
}
