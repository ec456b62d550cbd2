package dev.okxguard.journal;

/// Feeds a segment's lines to a ledger and minds the checkpoints: exactly one, at the beginning of
/// each segment but the first.
///
/// @param compare whether the ledger already knows all that went before, so that a checkpoint must
///   say the same; otherwise the checkpoint is where it starts
record Replay(Ledger ledger, int segment, boolean compare) implements SegmentScan.Visitor {

  @Override
  public void visit(Sound sound, boolean first) throws ChainBreak {
    Line line = sound.line();
    boolean checkpoint = line.type().equals(Record.CHECKPOINT);
    if (checkpoint != (first && segment > 1)) {
      String what = checkpoint ? "a checkpoint is out of place" : "a checkpoint is missing here";
      throw new ChainBreak(line.seq(), what);
    }
    if (checkpoint) {
      restore(line);
    } else {
      ledger.apply(sound, segment);
    }
  }

  private void restore(Line line) throws ChainBreak {
    if (!compare) {
      ledger.restore(Checkpoint.of(line), line);
      return;
    }
    Checkpoint expected = ledger.checkpoint();
    if (!line.dataIs(expected.bytes())) {
      throw new ChainBreak(line.seq(), "the checkpoint does not agree with the records before it");
    }
    ledger.restore(expected, line);
  }
}
