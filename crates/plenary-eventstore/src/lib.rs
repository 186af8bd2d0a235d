//! x never Read first
