//! Icons: 16 px, one stroke, always beside a word.

use crate::markup::html;
use yew::Html;

/// One icon, one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Search,
    Cards,
    Map,
    Links,
    Timeline,
    Insights,
    Table,
    Close,
    Office,
    Sheet,
    Lock,
    Conflict,
    Save,
    Embed,
    Whole,
    Aim,
}

/// Draws an icon; it is hidden from screen readers, the word beside it is not.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5 14 14",
        Icon::Cards => "M2 3.5h12v3.5H2zM2 9.5h12V13H2z",
        Icon::Map => "m2 4 4-1.5 4 1.5 4-1.5v9.5l-4 1.5-4-1.5L2 13.5zM6 2.5v9.5M10 4v9.5",
        Icon::Links => {
            "M5.2 4a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM5.2 12a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM14.2 8a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0zM5 4.8l5.9 2.5M5 11.2l5.9-2.5"
        }
        Icon::Timeline => "M2 4.5h6M5 8h7M8 11.5h6",
        Icon::Insights => "M2 13.5h12M4 10.5v-2M7 10.5V4M10 10.5v-5M13 10.5v-1",
        Icon::Table => "M2 3h12v10H2zM2 6.3h12M2 9.6h12M6.5 3v10",
        Icon::Close => "m4.5 4.5 7 7M11.5 4.5l-7 7",
        Icon::Office => "M3 13.5v-11h6v11M9 6.5h4v7M2 13.5h12M5 5h2M5 7.5h2M5 10h2",
        Icon::Sheet => "M4 2.5h6l2.5 2.5v8.5H4zM6 7h4M6 9.5h4",
        Icon::Lock => "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        Icon::Conflict => "M3 6h10M3 10h10M10.5 3l-5 10",
        Icon::Embed => "M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5",
        Icon::Whole => "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
        Icon::Aim => {
            "M12.5 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM8 1.5v4M8 10.5v4M1.5 8h4M10.5 8h4"
        }
        Icon::Save => "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.5h10",
    };
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    }
}
