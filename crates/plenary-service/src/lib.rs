//! Makes a request happen once, keeps views warm, and translates events to bytes.
