import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Answers whatever is asked over HTTP/2 with the time, as OKX tells it: enough to train the
/// archives on that protocol, which OKX speaks and the paper exchange does not. Frames as in RFC
/// 9113 section 6.
final class Http2Clock {
  private static final int PREFACE = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /// `:status: 200`, entry 8 of HPACK's static table (RFC 7541 appendix A).
  private static final byte[] STATUS_200 = {(byte) 0x88};

  private Http2Clock() {}

  /// Serves one connection after the other until the socket is closed.
  static void serve(ServerSocket front) {
    SSLParameters parameters = ((SSLServerSocket) front).getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    ((SSLServerSocket) front).setSSLParameters(parameters);
    while (!front.isClosed()) {
      try (SSLSocket client = (SSLSocket) front.accept()) {
        answer(
            new DataInputStream(client.getInputStream()),
            new DataOutputStream(new BufferedOutputStream(client.getOutputStream())));
      } catch (IOException closed) {
        // The client has gone, or the front: the next round sees.
      }
    }
  }

  private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
    in.skipNBytes(PREFACE);
    send(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int lengthAndType = in.readInt();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      byte[] content = in.readNBytes(lengthAndType >>> 8);
      int type = lengthAndType & 0xff;
      switch (type) {
        case HEADERS -> {
          send(out, HEADERS, END_HEADERS, stream, STATUS_200);
          send(out, DATA, END_STREAM, stream, time());
        }
        case SETTINGS, PING -> {
          if ((flags & ACK) == 0) {
            send(out, type, ACK, stream, type == PING ? content : new byte[0]);
          }
        }
        default -> {
          // Nothing else wants an answer.
        }
      }
    }
  }

  private static byte[] time() {
    return """
    {"code":"0","msg":"","data":[{"ts":"%d"}]}\
    """
        .formatted(Instant.now().toEpochMilli())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void send(DataOutputStream out, int type, int flags, int stream, byte[] content)
      throws IOException {
    out.writeInt(content.length << 8 | type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(content);
    out.flush();
  }
}
