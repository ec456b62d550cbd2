package dev.okxguard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A guess from the arguments at what a command will need, before anything is parsed. Being wrong
/// costs a little time.
final class Likely {
  private static final Set<String> ASK_OKX =
      Set.of("account", "market", "order", "guard", "reconcile", "diagnose");
  private static final Set<String> STAY_HERE = Set.of("--paper", "--help", "-h");

  private Likely() {}

  /// Whether it will speak TLS.
  static boolean tls(String[] args, Map<String, String> environment) {
    List<String> words = List.of(args);
    boolean plain = environment.getOrDefault("OKX_API_BASE_URL", "").startsWith("http:");
    return !plain
        && words.stream().anyMatch(ASK_OKX::contains)
        && words.stream().noneMatch(STAY_HERE::contains);
  }
}
