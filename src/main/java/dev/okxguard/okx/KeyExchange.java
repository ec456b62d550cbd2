package dev.okxguard.okx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Which groups a TLS handshake offers for its key exchange.
enum KeyExchange {
  /// X25519 alone, which servers should have (RFC 8446 section 9.1). Java would make a second key
  /// of the P-256 group for each handshake, which hardly any server asks for, and the tables for
  /// that take longer than all the rest of the handshake.
  X25519 {
    @Override
    SSLSocketFactory sockets(SSLSocketFactory java) {
      return new Sockets(java);
    }
  },
  /// Whatever Java offers, for servers that want another.
  ANY {
    @Override
    SSLSocketFactory sockets(SSLSocketFactory java) {
      return java;
    }
  };

  abstract SSLSocketFactory sockets(SSLSocketFactory java);

  /// Java's sockets with that one group.
  private static final class Sockets extends SSLSocketFactory {
    private static final String[] GROUPS = {"x25519"};

    private final SSLSocketFactory java;

    Sockets(SSLSocketFactory java) {
      this.java = java;
    }

    private static Socket narrow(Socket socket) {
      if (socket instanceof SSLSocket tls) {
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setNamedGroups(GROUPS);
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
    public Socket createSocket(Socket over, String host, int port, boolean close)
        throws IOException {
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
}
