package dev.okxguard.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Tells a known drift from a new one. Of cash only the magnitude counts: amounts change with every
/// fee.
final class Digest {
  private Digest() {}

  /// SHA-256 in hex.
  static String of(List<Difference> differences) {
    return sha256(
        differences.stream()
            .filter(it -> it.severity() != Severity.INFO)
            .map(Digest::line)
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static String line(Difference it) {
    Subject subject = it.lasting();
    String amounts = it.kind() == Kind.BALANCE ? magnitude(it) : amounts(it);
    return String.join(
        "|",
        it.kind().word(),
        it.severity().word(),
        subject.instId(),
        subject.mgnMode(),
        subject.posSide(),
        subject.ccy(),
        subject.id(),
        amounts);
  }

  /// Of what may be another one each time nothing: how many there are tells.
  private static String amounts(Difference it) {
    return it.lasting().equals(it.subject()) ? it.expected() + "|" + it.actual() : "";
  }

  /// Which way the money went, and in how many digits.
  private static String magnitude(Difference it) {
    BigDecimal difference = new BigDecimal(it.actual()).subtract(new BigDecimal(it.expected()));
    return difference.signum() + "e" + (difference.precision() - difference.scale());
  }

  private static String sha256(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
