package dev.okxguard.diagnose;

import dev.okxguard.okx.Approach;
import dev.okxguard.okx.Approach.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The way to OKX, and OKX at its end.
record NetworkChecks(Sources sources) {
  private static final String NONE = "no network: the paper exchange is in this process";
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration AHEAD = Duration.ofHours(24);
  private static final long NOTABLE_MILLIS = 1_000;

  List<Check> all() {
    return List.of(
        new Check(CheckId.DNS, () -> layer(Layer.DNS, "resolved", "an address, not a name")),
        new Check(CheckId.TCP, () -> layer(Layer.TCP, "connected", "not tried")),
        new Check(CheckId.PROXY, this::proxy),
        new Check(CheckId.TLS, () -> layer(Layer.TLS, "trusted", "plain HTTP to this machine")),
        new Check(CheckId.ANSWER, () -> layer(Layer.ANSWER, "OKX answers", "not tried")),
        new Check(CheckId.LATENCY, this::latency),
        new Check(CheckId.STATUS, this::status),
        new Check(CheckId.CLOCK, this::clock));
  }

  static CheckId id(Layer layer) {
    return switch (layer) {
      case DNS -> CheckId.DNS;
      case TCP -> CheckId.TCP;
      case PROXY -> CheckId.PROXY;
      case TLS -> CheckId.TLS;
      case ANSWER -> CheckId.ANSWER;
    };
  }

  private Finding layer(Layer layer, String fine, String absent) {
    return sources
        .approach
        .told()
        .map(approach -> layer(layer, approach, fine, absent))
        .orElse(offline());
  }

  private static Finding offline() {
    return Finding.skip(NONE);
  }

  private static Finding layer(Layer layer, Approach approach, String fine, String absent) {
    Optional<Approach.Failure> failure = approach.failure();
    if (failure.filter(it -> it.layer() == layer).isPresent()) {
      return Finding.fail(failure.get().reason(), failure.get().hint());
    }
    if (failure.filter(it -> it.layer().compareTo(layer) < 0).isPresent()) {
      return Finding.waiting(id(failure.get().layer()));
    }
    String whom = layer == Layer.DNS || layer == Layer.TCP ? " " + approach.address() : "";
    return Optional.ofNullable(approach.took().get(layer))
        .map(took -> Finding.ok(fine + whom + " in " + took.toMillis() + " ms"))
        .orElseGet(() -> Finding.skip(absent));
  }

  private Finding proxy() {
    return sources
        .approach
        .told()
        .map(
            approach -> {
              Finding finding = layer(Layer.PROXY, approach, "", "none; proxy_url names one");
              return approach.proxied() && finding.level() == Finding.Level.SKIP
                  ? Finding.ok("through " + approach.address())
                  : finding;
            })
        .orElse(offline());
  }

  private Finding latency() {
    Optional<Approach> way = sources.approach.get();
    if (way.isEmpty()) {
      return offline();
    }
    sources.exchange.get();
    Duration took = way.get().took().getOrDefault(Layer.ANSWER, Duration.ZERO);
    String text = "an answer took " + took.toMillis() + " ms";
    return took.compareTo(SLOW) <= 0
        ? Finding.ok(text)
        : Finding.warn(text, "orders expire 5 s after they are sent; run closer to OKX");
  }

  /// OKX allows one look in five seconds, so that two runs in a row may leave this one unknown.
  private Finding status() {
    if (sources.approach.get().isEmpty()) {
      return offline();
    }
    Instant soon = sources.now().plus(AHEAD);
    List<Maintenance> ahead =
        sources.maintenance.told().stream()
            .filter(it -> it.concerns(sources.environment()) && it.begins().isBefore(soon))
            .toList();
    if (ahead.isEmpty()) {
      return Finding.ok("no maintenance within 24 hours");
    }
    Maintenance first = ahead.getFirst();
    String hint = "start no trading before its end: https://www.okx.com/status";
    return ahead.stream().anyMatch(Maintenance::stopsTrading)
        ? Finding.fail("maintenance is under way: " + first.text(), hint)
        : Finding.warn("maintenance: " + first.text(), hint);
  }

  private Finding clock() {
    if (sources.approach.get().isEmpty()) {
      return Finding.skip("the paper exchange uses this computer's");
    }
    long skew = sources.exchange.get().clockSkewMillis();
    int most = sources.limits.get().policy().clockSkewMillis();
    String text = Math.abs(skew) + " ms " + (skew < 0 ? "behind" : "ahead of") + " OKX's";
    String hint = "set the clock: timedatectl set-ntp true";
    if (Math.abs(skew) > most) {
      return Finding.fail(text + "; entries are denied beyond " + most + " ms", hint);
    }
    return Math.abs(skew) > NOTABLE_MILLIS ? Finding.warn(text, hint) : Finding.ok(text);
  }
}
