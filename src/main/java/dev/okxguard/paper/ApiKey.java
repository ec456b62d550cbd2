package dev.okxguard.paper;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A key of the paper account. Its secret guards nothing but play money.
///
/// @param rights what it may besides reading
/// @param bound the only environment it works in (`LIVE` without, `DEMO` with the simulated-trading
///   header); empty: both
record ApiKey(Credentials credentials, KeyRights rights, Optional<Environment> bound) {

  /// A random key in OKX's form.
  static ApiKey random(RandomGenerator random, KeyRights rights, Optional<Environment> bound) {
    byte[] id = bytes(random, 16);
    id[6] = (byte) (id[6] & 0x0f | 0x40);
    id[8] = (byte) (id[8] & 0x3f | 0x80);
    String hex = HexFormat.of().formatHex(id);
    String key =
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20));
    String secret = HexFormat.of().withUpperCase().formatHex(bytes(random, 16));
    String passphrase = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 12));
    return new ApiKey(
        new Credentials(
            new Secret(UUID.fromString(key).toString()),
            new Secret(secret),
            new Secret(passphrase)),
        rights,
        bound);
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  String id() {
    return credentials.apiKey().reveal();
  }

  /// Whether it works with, or without, the simulated-trading header.
  boolean worksIn(boolean simulated) {
    Environment asked = simulated ? Environment.DEMO : Environment.LIVE;
    return bound.isEmpty() || bound.get() == asked;
  }

  ObjectNode save() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", id())
        .put("secret", credentials.secretKey().reveal())
        .put("passphrase", credentials.passphrase().reveal())
        .put("trade", rights.trade())
        .put("withdraw", rights == KeyRights.WITHDRAW)
        .put("bound", bound.map(Environment::word).orElse(""));
  }

  static ApiKey restore(JsonNode saved) {
    Credentials credentials =
        new Credentials(text(saved, "key"), text(saved, "secret"), text(saved, "passphrase"));
    Optional<Environment> bound = Environment.of(saved.path("bound").asString());
    boolean trade = saved.path("trade").asBoolean();
    boolean withdraw = saved.path("withdraw").asBoolean();
    return new ApiKey(credentials, KeyRights.of(trade, withdraw), bound);
  }

  private static Secret text(JsonNode saved, String name) {
    String text = saved.path(name).asString();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a key without " + name);
    }
    return new Secret(text);
  }
}
