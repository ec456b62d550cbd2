/// The design's rules as tests: who may know whom, who may touch the process, the network, money
/// and secrets, and how large a file may be.
///
/// Every rule takes the root package's name, so that it can be held against the product and against
/// the look-alike in `violations`, where each rule must find the class that breaks it.
package dev.okxguard.architecture;
