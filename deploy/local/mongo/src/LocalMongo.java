import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.List;

/** Arguments: file, port. Speaks the MongoDB protocol on loopback and keeps everything in the file. */
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

  public static void main(String[] arguments) throws Exception {
    H2Backend backend = new H2Backend(arguments[0]);
    backend.version(Version.FIVE);
    // Written on each commit of the store and at least every 100 ms: an acknowledged write survives a kill.
    backend.getMvStore().setAutoCommitDelay(100);
    MongoServer server = new MongoServer(backend);
    server.bind("127.0.0.1", Integer.parseInt(arguments[1]));
    System.out.println("listening");
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
    Thread.currentThread().join();
  }
}
