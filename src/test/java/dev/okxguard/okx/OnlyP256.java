package dev.okxguard.okx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Server sockets that know one key exchange, and not the one that clients like best.
final class OnlyP256 extends SSLSocketFactory {
  private final SSLSocketFactory java;
  private final List<String> handshakes;

  OnlyP256(SSLSocketFactory java, List<String> handshakes) {
    this.java = java;
    this.handshakes = handshakes;
  }

  @Override
  public Socket createSocket(Socket over, String host, int port, boolean close) throws IOException {
    SSLSocket socket = (SSLSocket) java.createSocket(over, host, port, close);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setNamedGroups(new String[] {"secp256r1"});
    socket.setSSLParameters(parameters);
    handshakes.add(host);
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
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException();
  }
}
