package dev.okxguard.okx.wire;

import dev.okxguard.model.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// OKX's request signature: Base64(HMAC-SHA256(secret, timestamp + METHOD + target + body)), over
/// the exact bytes sent.
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  /// Always three digits of milliseconds: `Instant.toString()` drops zeros, and OKX then answers
  /// 50112.
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Signature() {}

  /// The timestamp header's text for that instant.
  public static String timestamp(Instant time) {
    return TIMESTAMP.format(time);
  }

  /// The signature header's text.
  ///
  /// @param timestamp as sent in the header
  /// @param target path with query as sent
  /// @param body the body's bytes, empty for GET
  public static String sign(
      Secret secret, String timestamp, String method, String target, byte[] body) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes((timestamp + method + target).getBytes(StandardCharsets.UTF_8));
    text.writeBytes(body);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toByteArray()));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HmacSHA256, or the secret is empty", e);
    }
  }
}
