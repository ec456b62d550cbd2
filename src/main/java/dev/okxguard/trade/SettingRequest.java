package dev.okxguard.trade;

import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A change of an account setting that somebody wants.
public sealed interface SettingRequest {
  /// The journal's word for it.
  String action();

  /// The instrument it is about, "" for the whole account.
  String instId();

  /// The body as OKX documents it.
  ObjectNode body();

  /// Leverage of an instrument.
  ///
  /// @param posSide only for isolated margin in long/short mode
  record Leverage(String instId, BigDecimal lever, TdMode mgnMode, Optional<PosSide> posSide)
      implements SettingRequest {
    @Override
    public String action() {
      return "set-leverage";
    }

    @Override
    public ObjectNode body() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("instId", instId);
      body.put("lever", lever.toPlainString());
      body.put("mgnMode", mgnMode.word());
      posSide.ifPresent(side -> body.put("posSide", side.word()));
      return body;
    }
  }

  /// Net or long/short positions, for all contracts of the account.
  record PositionMode(PosMode mode) implements SettingRequest {
    @Override
    public String action() {
      return "set-position-mode";
    }

    @Override
    public String instId() {
      return "";
    }

    @Override
    public ObjectNode body() {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("posMode", mode.word());
      return body;
    }
  }
}
