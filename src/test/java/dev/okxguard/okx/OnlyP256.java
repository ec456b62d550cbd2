package dev.okxguard.okx;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// Server sockets that know one key exchange, and not the one that clients like best.
final class OnlyP256 extends NamedGroups {
  private final List<String> handshakes;

  OnlyP256(SSLSocketFactory java, List<String> handshakes) {
    super(java, "secp256r1");
    this.handshakes = handshakes;
  }

  @Override
  public Socket createSocket(Socket over, String host, int port, boolean close) throws IOException {
    handshakes.add(host);
    return super.createSocket(over, host, port, close);
  }
}
