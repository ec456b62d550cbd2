package dev.okxguard.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a payload, each exactly of its type or the record is broken.
sealed interface Fields permits TreeFields, PlainFields {
  /// Number of the record.
  long seq();

  Optional<String> maybe(String name) throws ChainBreak;

  boolean flag(String name) throws ChainBreak;

  ObjectNode object(String name) throws ChainBreak;

  default String text(String name) throws ChainBreak {
    return maybe(name).orElseThrow(() -> bad(name));
  }

  default Optional<BigDecimal> decimal(String name) throws ChainBreak {
    Optional<String> text = maybe(name);
    try {
      return text.map(BigDecimal::new);
    } catch (NumberFormatException e) {
      throw bad(name);
    }
  }

  default Optional<Instant> time(String name) throws ChainBreak {
    Optional<String> text = maybe(name);
    Optional<Instant> time = text.flatMap(Stamp::time);
    if (text.isPresent() && time.isEmpty()) {
      throw bad(name);
    }
    return time;
  }

  default Instant requiredTime(String name) throws ChainBreak {
    return time(name).orElseThrow(() -> bad(name));
  }

  default BigDecimal requiredDecimal(String name) throws ChainBreak {
    return decimal(name).orElseThrow(() -> bad(name));
  }

  default ChainBreak bad(String name) {
    return new ChainBreak(seq(), "its field " + name + " is missing or malformed");
  }
}
