/// What happened, on disk: the hash-chained journal, its projection, the account lock and the halt
/// files.
///
/// The journal only grows; nothing here deletes or rewrites a record. A segment ends after 250
/// records or 2 MB, later after a long checkpoint. What grows, and what for:
///
/// - segments, about 560 bytes a record, three records an order; each begins with a checkpoint of
///   under 80 bytes for each entry of the last 25 hours, so that a command reads the last one
///   alone;
/// - the key index, 74 bytes for each `--intent-id` in each segment that speaks of it, in at most
///   eight files and one more for every 256 segments; a new key is sought in each by bisection;
/// - books lie in the segment they were written to; checkpoints only say which.
///
/// What a command does that could not have the journal, since exits and halts wait for nobody, it
/// writes into a journal of its own beside this one ([dev.okxguard.journal.Beside]); the next
/// opening takes over of it what stops or reduces, and removes it.
///
/// A command lists the directory once, reads the last segment, and nothing else of the past but
/// what a repeated key or the books send it to. So every segment and every index file has to stay:
/// opening refuses when a segment between others is missing, verification reads all of them, and a
/// key may name any. Nothing can be moved away by hand but the state directory as a whole.
///
/// Fills that the breakers have read and not yet counted wait beside it
/// ([dev.okxguard.journal.FillPieces]): no record, since the exchange tells them again.
///
/// Depends on `model`, `disk` and Jackson; knows nothing of the network or of what is allowed.
package dev.okxguard.journal;
