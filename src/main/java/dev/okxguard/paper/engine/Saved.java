package dev.okxguard.paper.engine;

import dev.okxguard.model.PosMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/// The account as it is now as a JSON document, without what is on record: numbers as plain text,
/// times in ISO-8601.
///
/// @param advanced until when resting orders were matched
/// @param parents orders that still carry stops to come
record Saved(
    int version,
    String uid,
    PosMode posMode,
    Map<String, BigDecimal> levers,
    long lastId,
    long lastTradeId,
    Instant advanced,
    List<Ledger.Wallet> wallets,
    Map<String, BigDecimal> funding,
    List<String> parents,
    List<Leg> legs,
    Map<String, Instant> timers) {
  private static final int VERSION = 4;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainText()))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static ObjectNode write(Account account, Instant advanced) {
    Profile profile = account.profile();
    Saved saved =
        new Saved(
            VERSION,
            profile.uid(),
            profile.posMode(),
            profile.levers(),
            account.ids().last(),
            account.ids().lastTrade(),
            advanced,
            account.ledger().wallets(),
            account.funding().balances(),
            account.algos().parents(),
            account.legs().all(),
            account.timers().all());
    return MAPPER.valueToTree(saved);
  }

  /// @param document in the present format
  /// @throws IllegalArgumentException when it is damaged or of a newer version
  static Saved read(JsonNode document) {
    int version = document.path("version").asInt(0);
    if (version < 1) {
      throw new IllegalArgumentException("the saved paper account is damaged: no format version");
    }
    if (version > VERSION) {
      throw new IllegalArgumentException(
          "the paper account was saved by a newer version of this program (format "
              + version
              + ")");
    }
    try {
      return MAPPER.treeToValue(document, Saved.class);
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw damaged(damaged);
    }
  }

  static IllegalArgumentException damaged(RuntimeException cause) {
    return new IllegalArgumentException(
        "the saved paper account is damaged: " + cause.getMessage(), cause);
  }

  Account account() {
    Changes changes = new Changes();
    Account account =
        Account.of(
            new Profile(uid, posMode, levers, changes), new Ids(lastId, lastTradeId), changes);
    account.ledger().load(wallets);
    account.funding().load(funding);
    account.algos().load(parents);
    account.legs().load(legs);
    account.timers().load(timers);
    return account;
  }

  private static final class PlainText extends StdSerializer<BigDecimal> {
    PlainText() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toPlainString());
    }
  }
}
