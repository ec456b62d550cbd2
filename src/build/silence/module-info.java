/// Tells Java who takes its own log lines, and so keeps it from looking for that in every jar.
module dev.okxguard.silence {
  provides System.LoggerFinder with
      dev.okxguard.silence.Silence;
}
