package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.okx.HttpTransport.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No piece of a request waits for the other side to acknowledge the one before it.
class PromptSocketsTest {
  private static final Target SERVICE =
      new Target(URI.create("https://exchange.example"), Optional.empty(), Optional.empty());

  @ParameterizedTest
  @EnumSource(Handshake.class)
  void everyConnectionOfAClientSendsAtOnce(Handshake handshake) throws IOException {
    HttpClients clients = new HttpClients(SERVICE, handshake);
    try (Socket socket = clients.get().socketFactory().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    } finally {
      clients.close();
    }
  }

  @Test
  void aSocketSendsAtOnceHoweverItIsMade() throws IOException {
    SocketFactory prompt = new PromptSockets();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 9, here)) {
      int port = server.getLocalPort();
      try (Socket named = prompt.createSocket(here.getHostAddress(), port);
          Socket bound = prompt.createSocket(here.getHostAddress(), port, here, 0);
          Socket addressed = prompt.createSocket(here, port);
          Socket both = prompt.createSocket(here, port, here, 0)) {
        assertThat(new Socket[] {named, bound, addressed, both})
            .allSatisfy(socket -> assertThat(socket.getTcpNoDelay()).isTrue());
      }
    }
  }
}
