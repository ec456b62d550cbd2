package dev.okxguard.paper.market;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The parameters of a public request, checked as they are asked for.
///
/// @param market what they refer to
record Query(Call call, PaperMarket market) {
  private static final int MAX_DIGITS = 15;

  Instant now() {
    return call.now();
  }

  Optional<String> optional(String name) {
    return call.parameter(name);
  }

  String required(String name) {
    return call.parameter(name).orElseThrow(() -> Refusal.missing(name));
  }

  /// The instrument that `instId` names.
  Listing listing() {
    return market.listing(required("instId")).orElseThrow(Refusal::unknownInstrument);
  }

  /// The mandatory `instType`, one of those.
  String type(Set<String> allowed) {
    String type = required("instType");
    if (!allowed.contains(type)) {
      throw Refusal.invalid("instType");
    }
    return type;
  }

  /// The listings of that type, narrowed by `instFamily`, `uly` and `instId` when they are given.
  ///
  /// An `instId` that no listing has is refused.
  List<Listing> listings(String type) {
    Optional<String> instId = optional("instId");
    if (instId.isPresent() && market.listing(instId.get()).isEmpty()) {
      throw Refusal.unknownInstrument();
    }
    Stream<Listing> found =
        type.equals("MARGIN")
            ? listings(InstType.SPOT).map(Listing::margin)
            : InstType.of(type).stream().flatMap(this::listings);
    return found
        .filter(listing -> same(instId, listing.id()))
        .filter(listing -> same(optional("instFamily"), listing.instrument().instFamily()))
        .filter(listing -> same(optional("uly"), listing.instrument().instFamily()))
        .toList();
  }

  private Stream<Listing> listings(InstType type) {
    return market.listings().stream().filter(listing -> listing.instrument().instType() == type);
  }

  private static boolean same(Optional<String> wanted, String actual) {
    return wanted.isEmpty() || wanted.get().equals(actual);
  }

  /// A whole number up to `most`, larger ones cut down; `normal` when missing.
  int count(String name, int normal, int most) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return normal;
    }
    long value = number(name, text.get());
    if (value < 1) {
      throw Refusal.invalid(name);
    }
    return (int) Math.min(value, most);
  }

  /// A time in milliseconds.
  Optional<Long> millis(String name) {
    return optional(name).map(text -> number(name, text));
  }

  private static long number(String name, String text) {
    if (text.isEmpty()
        || text.length() > MAX_DIGITS
        || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw Refusal.invalid(name);
    }
    return Long.parseLong(text);
  }
}
