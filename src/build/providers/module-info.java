/// A module of the image's runtime with what Java asks for by service. It asks its modules first;
/// where none answers, it opens every jar to look there.
module dev.okxguard.providers {
  provides System.LoggerFinder with
      dev.okxguard.providers.Silence;
  provides java.net.spi.InetAddressResolverProvider with
      dev.okxguard.providers.Names;
  provides java.net.spi.URLStreamHandlerProvider with
      dev.okxguard.providers.Nowhere;
}
