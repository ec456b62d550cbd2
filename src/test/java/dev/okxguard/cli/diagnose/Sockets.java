package dev.okxguard.cli.diagnose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Peers that do not behave, on this machine.
final class Sockets implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> taken = new CopyOnWriteArrayList<>();

  private Sockets(ServerSocket server) {
    this.server = server;
  }

  int port() {
    return server.getLocalPort();
  }

  /// Takes connections and never says a word.
  static Sockets silent() throws IOException {
    Sockets sockets = listening(50);
    sockets.each(_ -> {});
    return sockets;
  }

  /// Answers whatever comes with that.
  static Sockets saying(String answer) throws IOException {
    Sockets sockets = listening(50);
    sockets.each(
        socket -> {
          socket.getInputStream().read(new byte[4096]);
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          socket.close();
        });
    return sockets;
  }

  /// Does not even take a connection: those that wait already are as many as may wait.
  static Sockets full() throws IOException {
    Sockets sockets = listening(1);
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      connect(socket, sockets.port());
    }
    sockets.taken.addAll(waiting);
    return sockets;
  }

  private static void connect(Socket socket, int port) {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    } catch (IOException e) {
      // The queue is full, which is what it is for.
    }
  }

  /// A port that nobody listens at.
  static int closed() throws IOException {
    try (Sockets sockets = listening(1)) {
      return sockets.port();
    }
  }

  private static Sockets listening(int backlog) throws IOException {
    return new Sockets(new ServerSocket(0, backlog, InetAddress.getLoopbackAddress()));
  }

  private interface Treatment {
    void of(Socket socket) throws IOException;
  }

  private void each(Treatment treatment) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              Socket socket = server.accept();
              taken.add(socket);
              treatment.of(socket);
            }
          } catch (IOException e) {
            // Closed.
          }
        });
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : taken) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
