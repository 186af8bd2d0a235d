//! The judges of what a bot sends find what is wrong in it: judges that never complain would prove
//! nothing.
