package dev.okxguard.journal;

import java.time.Instant;
import java.util.Optional;

/// An intent whose fate is not known: it may be an order by now.
///
/// @param time when the intent was written
/// @param outcome the last word, if any; then it is `unknown`
public record OpenIntent(Instant time, Event.Intent intent, Optional<Event.Outcome> outcome) {}
