/// A product in small in which every rule of [dev.okxguard.architecture] is broken by a class that
/// says so, next to classes that may do what the others may not.
package dev.okxguard.architecture.violations;
