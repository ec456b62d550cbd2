package dev.okxguard.paper.engine;

import dev.okxguard.model.PosMode;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/// Account settings: GET account/config and trade/account-rate-limit, POST
/// account/set-position-mode.
record ConfigCalls(Session session) {

  Result config() {
    Profile profile = session.account().profile();
    Row row =
        new Row()
            .text("uid", profile.uid())
            .text("mainUid", profile.uid())
            .text("acctLv", "2")
            .text("posMode", profile.posMode().word())
            .text("perm", "read_only,trade")
            .text("label", "paper")
            .text("acctStpMode", "cancel_maker")
            .text("ctIsoMode", "automatic")
            .text("mgnIsoMode", "automatic")
            .text("greeksType", "PA")
            .text("level", "Lv1")
            .text("liquidationGear", "-1")
            .text("settleCcy", "USDC")
            .node("settleCcyList", JsonNodeFactory.instance.arrayNode().add("USD").add("USDC"))
            .zero("feeType", "kycLv", "opAuth", "roleType", "spotRoleType", "stgyType", "type")
            .flag("autoLoan", false)
            .flag("enableSpotBorrow", false)
            .flag("spotBorrowAutoRepay", false)
            .blank("ip", "levelTmp", "spotOffsetType")
            .emptyList("spotTraderInsts", "traderInsts");
    return Result.of(Row.list(List.of(row.build())));
  }

  /// A limit of its own has only who earned a higher one by what their orders fill.
  Result rateLimit() {
    Row row = new Row().blank("accRateLimit", "fillRatio", "mainFillRatio", "nextAccRateLimit");
    return Result.of(Row.list(List.of(row.time("ts", session.now()).build())));
  }

  Result setPositionMode(Call call) {
    PosMode mode =
        PosMode.of(new Fields(call.body()).required("posMode"))
            .orElseThrow(() -> Refused.parameter("posMode"));
    Account account = session.account();
    boolean busy =
        !account.legs().open().isEmpty()
            || !account.orders().pending(t -> !t.spot()).isEmpty()
            || account.algos().live().stream().anyMatch(algo -> !algo.terms().order().spot());
    if (busy) {
      throw Refused.because("59000", "Setting refused while positions or orders are open");
    }
    if (mode != account.profile().posMode()) {
      account.profile().posMode(mode);
    }
    return Result.of(Row.list(List.of(new Row().text("posMode", mode.word()).build())));
  }
}
