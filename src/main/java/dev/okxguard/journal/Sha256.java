package dev.okxguard.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, in lower-case hexadecimal where it is text.
final class Sha256 {
  static final int HEX_LENGTH = 64;

  private static final HexFormat HEX = HexFormat.of();

  /// Copied for each use, which takes less than another search through Java's providers.
  private static final MessageDigest UNFED = sought();

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return (MessageDigest) UNFED.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the SHA-256 of Java can be copied", e);
    }
  }

  private static MessageDigest sought() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String hex(byte[] sum) {
    return HEX.formatHex(sum);
  }

  static String hex(String text) {
    return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
