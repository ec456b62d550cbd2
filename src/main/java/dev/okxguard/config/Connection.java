package dev.okxguard.config;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How OKX is reached, each value with its source.
record Connection(
    Sourced<Site> site,
    Sourced<BaseUrl> baseUrl,
    Sourced<Duration> timeout,
    Optional<Sourced<ProxyUrl>> proxy,
    Optional<Sourced<Path>> caFile,
    Optional<URI> profileUrl) {

  static Connection read(Flags flags, Variables variables, Profile profile) {
    Optional<Sourced<Site>> named =
        variables.value("OKX_SITE", Site::parse).or(() -> profile.sourced(profile.site()));
    Optional<Sourced<BaseUrl>> url =
        variables
            .value("OKX_API_BASE_URL", BaseUrl::parse)
            .or(() -> profile.sourced(profile.baseUrl()));
    Sourced<Site> site =
        named
            .or(() -> url.flatMap(Connection::siteOf))
            .orElse(new Sourced<>(Site.GLOBAL, "default"));
    return new Connection(
        site,
        url.orElseGet(() -> new Sourced<>(new BaseUrl(site.value().rest(), false), "site")),
        timeout(flags, variables, profile),
        profile.sourced(profile.proxy()),
        profile.sourced(profile.caFile()),
        profile.baseUrl().map(BaseUrl::uri));
  }

  private static Optional<Sourced<Site>> siteOf(Sourced<BaseUrl> url) {
    return url.value().site().map(site -> new Sourced<>(site, url.source()));
  }

  private static Sourced<Duration> timeout(Flags flags, Variables variables, Profile profile) {
    return flags
        .timeout()
        .map(it -> new Sourced<>(bounded(it), "--timeout"))
        .or(() -> variables.value("OKX_TIMEOUT_MS", Timeout::parse))
        .or(() -> profile.sourced(profile.timeout()))
        .orElse(new Sourced<>(Timeout.DEFAULT, "default"));
  }

  private static Duration bounded(Duration flag) {
    try {
      return Timeout.of(flag.toMillis());
    } catch (Invalid e) {
      throw new Fault(ExitCode.USAGE, "--timeout: " + e.getMessage(), "");
    }
  }

  /// Whether signed requests may go there: OKX's hosts, this machine, or what the profile names.
  boolean signable() {
    URI uri = baseUrl.value().uri();
    return baseUrl.value().trusted() || profileUrl.filter(uri::equals).isPresent();
  }

  List<String> warnings() {
    return baseUrl.value().corrected()
        ? List.of(
            baseUrl.source()
                + ": https://my.okx.com is the web site; using "
                + baseUrl.value().uri()
                + " instead (write site = 'eea')")
        : List.of();
  }

  List<Setting> settings() {
    List<Setting> shown = new ArrayList<>();
    shown.add(new Setting("site", site.value().word(), site.source()));
    shown.add(new Setting("base_url", baseUrl.value().uri().toString(), baseUrl.source()));
    shown.add(
        new Setting("timeout_ms", Long.toString(timeout.value().toMillis()), timeout.source()));
    proxy.ifPresent(it -> shown.add(new Setting("proxy_url", it.value().toString(), it.source())));
    caFile.ifPresent(it -> shown.add(new Setting("ca_file", it.value().toString(), it.source())));
    return shown;
  }
}
