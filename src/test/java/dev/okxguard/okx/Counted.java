package dev.okxguard.okx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// Server sockets that note each handshake.
class Counted extends SSLSocketFactory {
  private final SSLSocketFactory java;
  private final List<String> handshakes;

  Counted(SSLSocketFactory java, List<String> handshakes) {
    this.java = java;
    this.handshakes = handshakes;
  }

  /// What to change of a socket; nothing here.
  Socket made(Socket socket) {
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return java.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return java.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(Socket over, String host, int port, boolean close) throws IOException {
    handshakes.add(host);
    return made(java.createSocket(over, host, port, close));
  }

  @Override
  public Socket createSocket() throws IOException {
    return made(java.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return made(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return made(java.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return made(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return made(java.createSocket(host, port, from, fromPort));
  }
}
