package dev.okxguard.trade;

import dev.okxguard.model.AlgoDraft;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Fingerprints of what a caller asked for, so that a retry can be told from a different order
/// under the same key. `1.50` and `1.5` are the same order.
final class Digest {
  private Digest() {}

  /// Of an order whose draft has its size in OKX's own unit.
  static String of(OrderDraft draft) {
    return of(draft, new Size.Exact(draft.sz()));
  }

  /// Over what was said, not over what it came to: prices move between an attempt and its retry.
  static String of(OrderDraft draft, Size said) {
    return sha256(
        List.of(
            draft.instId(),
            draft.tdMode().word(),
            draft.side().word(),
            draft.posSide().word(),
            draft.ordType().word(),
            said.text(),
            text(draft.px()),
            Boolean.toString(draft.reduceOnly()),
            draft.tgtCcy(),
            draft.stop().map(Digest::of).orElse("")));
  }

  static String of(AlgoDraft draft) {
    return sha256(
        List.of(
            draft.instId(),
            draft.tdMode().word(),
            draft.side().word(),
            draft.posSide().word(),
            draft.type().word(),
            text(draft.sz()),
            Boolean.toString(draft.reduceOnly()),
            Boolean.toString(draft.cxlOnClosePos()),
            draft.tgtCcy(),
            draft.ccy(),
            of(draft.stop()),
            text(draft.triggerPx()),
            text(draft.ordPx()),
            draft.triggerPriceType().word(),
            text(draft.callbackRatio()),
            text(draft.callbackSpread()),
            text(draft.activePx())));
  }

  private static String of(AttachedStop stop) {
    return String.join(
        ",",
        text(stop.tpTriggerPx()),
        text(stop.tpOrdPx()),
        text(stop.slTriggerPx()),
        text(stop.slOrdPx())
            + watched("tp", stop.tpPriceType())
            + watched("sl", stop.slPriceType()));
  }

  /// Nothing for the last price, which is what OKX takes when nothing is said.
  private static String watched(String leg, PriceType type) {
    return type == PriceType.LAST ? "" : "," + leg + ":" + type.word();
  }

  /// SHA-256 in hex over the parts, which may hold anything but line breaks.
  static String sha256(List<String> parts) {
    try {
      byte[] bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(Optional<BigDecimal> value) {
    return value.map(Decimals::text).orElse("");
  }
}
