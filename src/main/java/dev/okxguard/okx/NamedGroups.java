package dev.okxguard.okx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Java's TLS sockets, with only some groups for the key exchange.
class NamedGroups extends SSLSocketFactory {
  private final SSLSocketFactory java;
  private final String[] groups;

  /// @param groups by their names in Java, in order of preference
  NamedGroups(SSLSocketFactory java, String... groups) {
    this.java = java;
    this.groups = groups.clone();
  }

  private Socket narrow(Socket socket) {
    if (socket instanceof SSLSocket tls) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setNamedGroups(groups);
      tls.setSSLParameters(parameters);
    }
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
    return narrow(java.createSocket(over, host, port, close));
  }

  @Override
  public Socket createSocket() throws IOException {
    return narrow(java.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return narrow(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return narrow(java.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return narrow(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return narrow(java.createSocket(host, port, from, fromPort));
  }
}
