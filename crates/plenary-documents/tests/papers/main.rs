//! Papers made from whole histories, compared with what they must say.

#[cfg(test)]
mod agenda;
#[cfg(test)]
mod comparison;
#[cfg(test)]
mod data;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod history;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod presentations;
#[cfg(test)]
mod record;
#[cfg(test)]
mod roster;
#[cfg(test)]
mod stage;
