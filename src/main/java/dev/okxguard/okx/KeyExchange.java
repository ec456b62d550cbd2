package dev.okxguard.okx;

import javax.net.ssl.SSLSocketFactory;

/// Which groups a TLS handshake offers for its key exchange.
enum KeyExchange {
  /// X25519 alone, which servers should have (RFC 8446 section 9.1). Java would make a second key
  /// of the P-256 group for each handshake, which hardly any server asks for, and the tables for
  /// that take longer than all the rest of the handshake.
  X25519 {
    @Override
    SSLSocketFactory sockets(SSLSocketFactory java) {
      return new NamedGroups(java, "x25519");
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
}
