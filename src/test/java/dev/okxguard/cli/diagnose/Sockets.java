package dev.okxguard.cli.diagnose;

import java.io.Closeable;
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
  private final Closeable place;
  private final int port;
  private final List<Socket> taken = new CopyOnWriteArrayList<>();

  private Sockets(Closeable place, int port) {
    this.place = place;
    this.port = port;
  }

  int port() {
    return port;
  }

  /// Takes connections and never says a word.
  static Sockets silent() throws IOException {
    return treating(_ -> {});
  }

  /// Answers whatever comes with that.
  static Sockets saying(String answer) throws IOException {
    return treating(
        socket -> {
          socket.getInputStream().read(new byte[4096]);
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          socket.close();
        });
  }

  /// Does not even take a connection: those that wait already are as many as may wait.
  static Sockets full() throws IOException {
    ServerSocket server = server(1);
    Sockets sockets = new Sockets(server, server.getLocalPort());
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

  /// A place that nobody listens at; while it is held nobody else can come to listen there.
  static Sockets unattended() throws IOException {
    Socket place = new Socket();
    place.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new Sockets(place, place.getLocalPort());
  }

  private static ServerSocket server(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  private interface Treatment {
    void of(Socket socket) throws IOException;
  }

  private static Sockets treating(Treatment treatment) throws IOException {
    ServerSocket server = server(50);
    Sockets sockets = new Sockets(server, server.getLocalPort());
    sockets.each(server, treatment);
    return sockets;
  }

  private void each(ServerSocket server, Treatment treatment) {
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
      place.close();
      for (Socket socket : taken) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
