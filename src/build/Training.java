import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Trains the start-up archives: runs the commands of each list of `training` in the new image,
/// against a paper exchange over HTTP and over TLS, and lets Java record what they load. The
/// program works the same without the archive, only slower, but a command that fails here is a
/// broken build.
record Training(Path folder, Program program, Path lists) {
  private static final List<String> LISTS = List.of("okx", "live");
  private static final String PASSWORD = "training";
  private static final int SECONDS = 240;
  private static final String LIMITS =
      """
      [limits]
      max_order_size = 1000
      max_position_size = 5000
      max_daily_trades = 100
      max_orders_per_minute = 60
      require_stop_loss = "never"
      instruments = ["BTC-USDT", "ETH-USDT", "BTC-USDT-SWAP"]

      [breakers]
      max_daily_loss_ratio = 0.05
      """;

  static Training of(Path project, Path build, Program program) throws IOException {
    return new Training(
        Image.emptied(build.resolve("training")), program, project.resolve("src/build/training"));
  }

  void run() throws Exception {
    Process exchange =
        program.start(
            folder.resolve("exchange"),
            List.of(),
            List.of("dev.okxguard.Main", "paper", "serve", "--port", "0"),
            ProcessBuilder.Redirect.PIPE);
    try {
      String line = line(exchange);
      URI url = URI.create(value(line, "url"));
      SSLContext context = context();
      try (ServerSocket front = front(context);
          ServerSocket clock = front(context)) {
        Thread.ofVirtual().start(() -> serve(front, url.getPort()));
        Thread.ofVirtual().start(() -> Http2Clock.serve(clock));
        configure(line, url, front.getLocalPort(), clock.getLocalPort());
        Program trained = new Program(program.image(), program.classPath(), keys(line));
        Path roots = roots();
        for (String list : LISTS) {
          record(list, trained, roots);
        }
      }
    } finally {
      exchange.destroy();
    }
  }

  private void record(String list, Program trained, Path roots)
      throws IOException, InterruptedException {
    // So that each list has an account's first entry.
    Files.delete(Image.emptied(folder.resolve(".okx/state")));
    Path archive = program.image().resolve("lib").resolve(list + ".aot");
    trained.run(
        folder,
        List.of(
            "-XX:AOTCacheOutput=" + archive,
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Djavax.net.ssl.trustStore=" + roots),
        List.of("dev.okxguard.Training", lists.resolve(list + ".txt").toString()),
        folder.resolve(list + ".log"),
        SECONDS);
  }

  private static String line(Process exchange) throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(exchange.getInputStream(), StandardCharsets.UTF_8));
    String first = out.readLine();
    if (first == null || !first.startsWith("{")) {
      throw new IllegalStateException("the paper exchange did not start: " + first);
    }
    return first;
  }

  /// For the environment, where agents and cron jobs have them; the profiles have them as well.
  private static Map<String, String> keys(String line) {
    return Map.of(
        "OKX_API_KEY",
        value(line, "apiKey"),
        "OKX_API_SECRET",
        value(line, "secretKey"),
        "OKX_PASSPHRASE",
        value(line, "passphrase"));
  }

  private static String value(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return matcher.group(1);
  }

  /// Limits, and profiles for the same exchange: `plain`, `tls`, `http2`, which only tells the
  /// time, and `stranger`, which has none but Java's roots to know it by; and `nobody`, who takes
  /// no connection.
  private void configure(String line, URI url, int tlsPort, int clockPort) throws IOException {
    Path directory = Files.createDirectories(folder.resolve(".okx"));
    Image.mode(directory, "rwx------");
    String key =
        """
        demo = true
        api_key = "%s"
        secret_key = "%s"
        passphrase = "%s"
        """
            .formatted(value(line, "apiKey"), value(line, "secretKey"), value(line, "passphrase"));
    Path root = folder.resolve("cert.pem");
    Path file = directory.resolve("config.toml");
    Files.writeString(
        file,
        """
        default_profile = "plain"
        [profiles.plain]
        base_url = "%s"
        %s
        [profiles.tls]
        base_url = "https://localhost:%d"
        ca_file = "%s"
        %s
        [profiles.stranger]
        base_url = "https://localhost:%d"
        %s
        [profiles.nobody]
        base_url = "https://localhost:1"
        [profiles.http2]
        base_url = "https://localhost:%d"
        ca_file = "%s"
        """
            .formatted(url, key, tlsPort, root, key, tlsPort, key, clockPort, root));
    Image.mode(file, "rw-------");
    Path limits = Files.writeString(directory.resolve("guard.toml"), LIMITS);
    Image.mode(limits, "rw-------");
  }

  private static ServerSocket front(SSLContext context) throws IOException {
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /// TLS on loopback with a certificate made for the occasion.
  private SSLContext context() throws Exception {
    Path store = folder.resolve("keys.p12");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-validity",
        "2",
        "-ext",
        "san=dns:localhost",
        "-keystore",
        store.toString());
    keytool(
        "-exportcert",
        "-rfc",
        "-file",
        folder.resolve("cert.pem").toString(),
        "-keystore",
        store.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /// Java's own with our certificate among them, in the same format, so that a profile which names
  /// none gets through.
  private Path roots() throws Exception {
    Path cacerts = program.image().resolve("runtime/lib/security/cacerts");
    KeyStore roots = KeyStore.getInstance(cacerts.toFile(), (char[]) null);
    try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
      roots.setCertificateEntry(
          "training", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    // Readable without a password, in whichever format Java's are.
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    Path file = folder.resolve("roots.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      roots.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "training", "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + said);
    }
  }

  private static void serve(ServerSocket front, int port) {
    while (!front.isClosed()) {
      try {
        Socket outer = front.accept();
        Socket inner = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> pump(outer, inner));
        Thread.ofVirtual().start(() -> pump(inner, outer));
      } catch (IOException closed) {
        // The next round sees whether it was the front.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // Either side may leave.
    }
  }
}
