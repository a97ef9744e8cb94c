//! The marks of a template's text: what the macro writes and the page reads. A crate of macros can give
//! nothing else away, so that both read this file.

/// An element begins; its tag follows.
pub const OPEN: u8 = 0x01;
/// The attributes of an element end.
pub const HEAD_ENDS: u8 = 0x02;
/// An attribute whose value follows.
pub const FIXED: u8 = 0x03;
/// An attribute whose value is in a slot.
pub const GIVEN: u8 = 0x04;
/// An attribute that is there or not, as a slot says.
pub const FLAG: u8 = 0x05;
/// A key is in a slot.
pub const KEY: u8 = 0x06;
/// A listener is in a slot.
pub const LISTENER: u8 = 0x07;
/// The value of a field is in a slot.
pub const VALUE: u8 = 0x08;
/// Whether a box is checked is in a slot.
pub const CHECKED: u8 = 0x0b;
/// An element ends.
pub const CLOSE: u8 = 0x0e;
/// A node, or several, are in a slot.
pub const CHILD: u8 = 0x0f;
/// A text follows.
pub const TEXT: u8 = 0x10;
