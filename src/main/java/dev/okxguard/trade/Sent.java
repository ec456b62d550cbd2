package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import java.time.Instant;

/// An intent on its way: in the journal, sent once.
///
/// @param written when the intent was recorded, by the local clock
record Sent(Ticket ticket, Event.Intent intent, Instant written) {}
