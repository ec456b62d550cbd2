package dev.okxguard.paper.engine;

import dev.okxguard.model.InstType;
import dev.okxguard.paper.Call;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The query of a read: required and optional parameters, value lists, and their refusals.
record Query(Call call) {
  private static final String EVENTS = "EVENTS";

  /// @throws Refused 50014 when it is not there
  String required(String name) {
    return call.parameter(name).orElseThrow(() -> Refused.missing(name));
  }

  /// Comma separated values, empty when the parameter is not there.
  ///
  /// @throws Refused 50025 for more than `most`
  List<String> list(String name, int most) {
    List<String> values =
        call.parameter(name)
            .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
            .orElse(List.of());
    if (values.size() > most) {
      throw Refused.because("50025", "Parameter " + name + " count exceeds the limit " + most);
    }
    return values;
  }

  /// @throws Refused 51000 when it is there but unknown
  Optional<InstType> instType() {
    return call.parameter("instType")
        .map(word -> InstType.of(word).orElseThrow(() -> Refused.parameter("instType")));
  }

  /// The word of `instType`, for reads that list what there is of it: also event contracts, of
  /// which there is nothing here.
  ///
  /// @throws Refused 51000 when it is there but unknown
  Optional<String> type() {
    return call.parameter("instType").filter(EVENTS::equals).or(() -> instType().map(Enum::name));
  }

  /// @throws Refused 51000 when it is there but none of these
  Optional<String> oneOf(String name, Set<String> words) {
    call.parameter(name)
        .filter(word -> !words.contains(word))
        .ifPresent(
            word -> {
              throw Refused.parameter(name);
            });
    return call.parameter(name);
  }

  /// @throws Refused 51000 when it is there but not a whole number
  OptionalLong number(String name) {
    Optional<String> text = call.parameter(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException notANumber) {
      throw Refused.parameter(name);
    }
  }

  /// Whether a value equals the parameter, or the parameter is not there.
  boolean allows(String name, String value) {
    return call.parameter(name).map(value::equals).orElse(true);
  }

  /// What was asked for of time.
  ///
  /// @param begin,end in Unix milliseconds, both inclusive
  record Period(long begin, long end) {
    boolean holds(Instant time) {
      return !over(time) && time.toEpochMilli() <= end;
    }

    /// Whether it, and all that is older, is out of it.
    boolean over(Instant time) {
      return time.toEpochMilli() < begin;
    }
  }

  /// From `begin` to `end`, without end where they are missing.
  Period period() {
    return new Period(number("begin").orElse(Long.MIN_VALUE), number("end").orElse(Long.MAX_VALUE));
  }

  /// The same, and nothing older than that.
  Period period(Instant oldest) {
    Period asked = period();
    return new Period(Math.max(asked.begin(), oldest.toEpochMilli()), asked.end());
  }
}
