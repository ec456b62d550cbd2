package dev.okxguard.okx;

import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Server sockets that know one key exchange, which Java has and BoringSSL does not offer.
final class OnlyP521 extends Counted {
  OnlyP521(SSLSocketFactory java, List<String> handshakes) {
    super(java, handshakes);
  }

  @Override
  Socket made(Socket socket) {
    if (socket instanceof SSLSocket tls) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setNamedGroups(new String[] {"secp521r1"});
      tls.setSSLParameters(parameters);
    }
    return socket;
  }
}
