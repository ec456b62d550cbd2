package dev.okxguard.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PaperServerTest {
  private static final String ORDER = "/api/v5/trade/order";

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Desk desk;
  private PaperServer server;

  @BeforeEach
  void open() throws IOException {
    desk =
        new Desk(Desk.home(directory), time, "lost-reply@POST:/trade/order#2", "empty@GET:/time");
    server = PaperServer.start(desk.transport, 0);
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
    desk.transport.close();
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(server.url()).matches("http://127\\.0\\.0\\.1:[0-9]+");
  }

  @Test
  void anyClientCanReadAndTrade() throws Exception {
    HttpResponse<String> ticker = get("/api/v5/market/ticker?instId=BTC-USDT");
    assertThat(ticker.statusCode()).isEqualTo(200);
    assertThat(code(ticker)).isEqualTo("0");
    assertThat(code(post(ORDER, "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"h1\"}"))).isEqualTo("0");
    assertThat(code(get(ORDER + "?instId=BTC-USDT&clOrdId=h1"))).isEqualTo("0");
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void theSignatureCoversTheQueryAsSent() throws Exception {
    assertThat(code(get(ORDER + "?instId=BTC%2DUSDT&clOrdId=a%20b"))).isEqualTo("51603");
  }

  @Test
  void refusalsCarryTheirStatus() throws Exception {
    HttpRequest bare = HttpRequest.newBuilder(uri("/api/v5/account/balance")).build();
    HttpResponse<String> answer = client.send(bare, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(code(answer)).isEqualTo("50103");
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aLostReplyClosesTheConnectionAfterTheOrderStands() throws Exception {
    post(ORDER, "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"h1\"}");
    IOException dropped =
        catchThrowableOfType(
            IOException.class, () -> post(ORDER, "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"h2\"}"));
    assertThat(dropped).isNotNull();
    assertThat(desk.orders()).isEqualTo(2);
  }

  @Test
  void aDroppedConnectionEndsWithoutAByte() throws Exception {
    post(ORDER, "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"h1\"}");
    String body = "{\"instId\":\"BTC-USDT\",\"clOrdId\":\"h2\"}";
    try (Socket socket = connect()) {
      socket.getOutputStream().write(raw("POST", ORDER, body).getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        String request = raw("GET", "/api/v5/account/balance", "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        assertThat(answer(socket.getInputStream())).contains(" 200 ").contains("\"code\":\"0\"");
      }
    }
  }

  @Test
  void anEmptyBodyIsServedAsOne() throws Exception {
    HttpResponse<String> answer = get("/api/v5/public/time");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(code(get("/api/v5/public/time"))).isEqualTo("0");
  }

  @Test
  void anUnusableStateIsAnOutageNotACrash() throws Exception {
    Files.writeString(Desk.home(directory).state(), "damaged");
    HttpResponse<String> answer = get("/api/v5/account/balance");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(code(answer)).isEqualTo("50001");
  }

  @Test
  void aBodyTooLargeIsRefused() throws Exception {
    assertThat(post(ORDER, " ".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
  }

  private Socket connect() throws IOException {
    Socket socket =
        new Socket(InetAddress.getByName("127.0.0.1"), URI.create(server.url()).getPort());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private String raw(String method, String target, String body) {
    Map<String, String> headers = new HashMap<>(desk.headers(method, target, body));
    headers.put("Host", "127.0.0.1");
    headers.put("Content-Length", Integer.toString(body.length()));
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").append(body).toString();
  }

  /// Reads one whole answer, headers and counted body.
  private static String answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    String length =
        List.of(head.toString().split("\r\n")).stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .findFirst()
            .orElseThrow();
    int count = Integer.parseInt(length.substring("content-length:".length()).strip());
    return head + new String(in.readNBytes(count), StandardCharsets.UTF_8);
  }

  private URI uri(String target) {
    return URI.create(server.url() + target);
  }

  private HttpResponse<String> get(String target) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(target));
    desk.headers("GET", target, "").forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    desk.headers("POST", path, body).forEach(request::header);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String code(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body()).path("code").asString();
  }
}
