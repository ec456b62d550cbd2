package dev.okxguard.providers;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/// Looks names up as Java does.
public final class Names extends InetAddressResolverProvider {
  @Override
  public InetAddressResolver get(Configuration configuration) {
    return configuration.builtinResolver();
  }

  @Override
  public String name() {
    return "built-in";
  }
}
