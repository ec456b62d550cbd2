/// May this set-up go live? One small check for each thing that can be wrong, run side by side and
/// within a bound.
///
/// Depends on `guard`, `journal`, `okx` and `model`; whatever else there is to know is handed in.
/// Looks and tells; changes nothing, prints nothing.
package dev.okxguard.diagnose;
