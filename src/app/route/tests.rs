//! Tests of `route.rs`.

use super::*;
use incidents::dataset::grid::Column;
use incidents::model::Rung;
use proptest::prelude::*;

fn unknown(fragment: &str) -> Vec<String> {
    Route::parse(fragment).1
}

#[test]
fn what_is_known_is_kept_and_what_is_not_is_named() {
    let (route, unknown) =
        Route::parse("#/map?q=%E4%B8%89%E8%8F%B1&page=2&sort=size&lang=ja&lang=en&theme=dark");
    assert_eq!(route.view, View::Map);
    assert_eq!(route.query, "三菱");
    assert_eq!(
        (route.lang, route.theme),
        (Some(Lang::Ja), Some(Theme::Dark))
    );
    assert_eq!(unknown, ["page", "sort", "lang"]);
}

#[test]
fn a_broken_or_foreign_address_opens_the_front_page_and_says_so() {
    assert_eq!(unknown("#/cards?q=%ZZ"), ["q"]);
    assert_eq!(unknown("#/cards?q=%E4"), ["q"]);
    assert_eq!(unknown("#/incident/../../etc"), ["/incident/../../etc"]);
    assert_eq!(
        unknown("#https://elsewhere.example/"),
        ["https://elsewhere.exampl…"]
    );
    assert_eq!(unknown(&format!("#/cards?q={}", "a".repeat(70_000))), ["…"]);
    assert_eq!(unknown(""), Vec::<String>::new());
    assert_eq!(Route::parse("#/nowhere?q=tick").0.query, "tick");
}

#[test]
fn a_day_that_is_none_and_a_chart_on_another_view_are_named() {
    let asked = "day=2020-01-19&span=2016-01-01..2020-12-31&order=silence&group=tick&lanes=all";
    let (route, unknown) = Route::parse(&format!("#/timeline?{asked}"));
    assert!(unknown.is_empty() && route.chart.all, "{unknown:?}");
    assert_eq!(route.href(), format!("#/timeline?{asked}"));
    assert_eq!(Route::parse("#/map?day=2020-01-19").1, ["day"]);
    let wrong = "day=2020-02-30&span=2020-01-01..2019-01-01&order=size&group=&lanes=3";
    let (route, unknown) = Route::parse(&format!("#/timeline?{wrong}"));
    assert_eq!(unknown, ["day", "span", "order", "group", "lanes"]);
    assert_eq!(route.chart, Chart::default());
}

#[test]
fn a_table_has_columns_and_an_order_and_names_what_is_none() {
    let asked = "order=victim&cols=entry,detected,silence&sort=-detected";
    let (route, unknown) = Route::parse(&format!("#/table?{asked}"));
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(route.href(), format!("#/table?{asked}"));
    assert_eq!(route.grid.sort, Some((Column::Detected, true)));
    let (route, unknown) = Route::parse("#/table?cols=silence,size,silence&sort=size&order=x");
    assert_eq!(unknown, ["cols", "sort", "order"]);
    assert_eq!(route.grid.columns, [Column::Entry, Column::Silence]);
    assert_eq!(
        Route::parse("#/cards?cols=entry&order=victim").1,
        ["cols", "order"]
    );
    assert_eq!(Route::parse("#/cards?sort=victim").0.sort, Sort::Victim);
    assert_eq!(Route::parse("#/table").0.href(), "#/table");
}

#[test]
fn a_picture_of_links_is_its_address_and_what_is_none_of_it_is_named() {
    let asked = "far=technique&form=network&hide=press,coding&focus=actor:tick&to=entry:nec-2016&zoom=250,500,333";
    let (route, unknown) = Route::parse(&format!("#/links?q=tick&{asked}"));
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(route.href(), format!("#/links?q=tick&{asked}"));
    assert_eq!(route.on(View::Cards).href(), "#/cards?q=tick");
    assert_eq!(Route::parse("#/map?far=technique").1, ["far"]);
    let wrong = "far=moon&form=round&hide=press,loud,press&focus=&to=&zoom=1,2000,3";
    let (route, unknown) = Route::parse(&format!("#/links?{wrong}"));
    assert_eq!(unknown, ["far", "form", "hide", "focus", "to", "zoom"]);
    assert_eq!(route.links.hidden, [Rung::Press], "what is known is kept");
    for zoom in ["100,5", "100,5,5,5", "0,5,5", "x,5,5", "99999,5,5"] {
        assert_eq!(unknown_of(zoom), ["zoom"], "{zoom}");
    }
}

fn unknown_of(zoom: &str) -> Vec<String> {
    unknown(&format!("#/links?zoom={zoom}"))
}

#[test]
fn a_comparison_keeps_each_id_once_known_or_not() {
    let (route, unknown) = Route::parse("#/compare?ids=nec-2016,,Not%20one,nec-2016&q=tick");
    assert!(unknown.is_empty(), "{unknown:?}");
    assert_eq!(route.ids, ["nec-2016", "Not one"]);
    assert_eq!(route.href(), "#/compare?q=tick&ids=nec-2016,Not%20one");
    assert_eq!(route.on(View::Cards).href(), "#/cards?q=tick");
    assert_eq!(Route::parse("#/cards?ids=nec-2016").1, ["ids"]);
}

#[test]
fn a_column_comes_and_goes_and_takes_its_order_with_it() {
    let grid = Grid::default().sorted(Column::Silence);
    assert_eq!(grid.sort, Some((Column::Silence, false)));
    let grid = grid.sorted(Column::Silence);
    assert_eq!(grid.sort, Some((Column::Silence, true)));
    assert_eq!(grid.sorted(Column::Silence).sort, None);
    let without = grid.toggled(Column::Silence);
    assert_eq!(
        (without.columns.contains(&Column::Silence), without.sort),
        (false, None)
    );
    assert_eq!(without.toggled(Column::Silence).columns, Column::FIRST);
    assert_eq!(grid.toggled(Column::Entry), grid, "the entry stays");
}

fn grid() -> impl Strategy<Value = Grid> {
    let columns = prop::sample::subsequence(Column::ALL.to_vec(), 0..=Column::ALL.len());
    let column = prop::sample::select(Column::ALL.to_vec());
    (columns, prop::option::of((column, any::<bool>()))).prop_map(|(columns, sort)| Grid {
        columns: grid::ordered(&columns),
        sort,
    })
}

fn chart() -> impl Strategy<Value = Chart> {
    let day = || (0i32..30_000).prop_map(incidents::model::Day);
    let span =
        (day(), 1i32..9_000).prop_map(|(from, days)| (from, incidents::model::Day(from.0 + days)));
    let order = prop::sample::select(incidents::dataset::silent::LaneOrder::ALL.to_vec());
    let group = prop::option::of("[a-z]{1,8}".prop_map(|id| id.parse().unwrap()));
    (
        prop::option::of(day()),
        prop::option::of(span),
        order,
        group,
        any::<bool>(),
    )
        .prop_map(|(day, span, order, group, all)| Chart {
            day,
            span,
            order,
            group,
            all,
        })
}

fn links() -> impl Strategy<Value = Links> {
    let far = prop::sample::select(links::Far::ALL.to_vec());
    let form = prop::option::of(prop::sample::select(links::Form::ALL.to_vec()));
    let hidden = prop::sample::subsequence(Rung::ALL.to_vec(), 0..=Rung::ALL.len());
    let end = || prop::option::of(".{1,9}");
    let zoom = prop::option::of((1u16..=1600, 0u16..=1000, 0u16..=1000).prop_map(<[u16; 3]>::from));
    (far, form, hidden, end(), end(), zoom).prop_map(|(far, form, hidden, focus, to, zoom)| Links {
        far,
        form,
        hidden,
        ends: [focus, to],
        zoom,
    })
}

fn embedded() -> impl Strategy<Value = Embed> {
    let form = prop::sample::select(vec![None, Some("1"), Some("card")]);
    let parts = prop::collection::vec(any::<bool>(), embed::Part::ALL.len());
    (form, parts, any::<bool>()).prop_map(|(form, parts, tells_height)| {
        let mut embed = Embed::default();
        if let Some(form) = form {
            embed.take("embed", form);
            embed.tells_height = tells_height;
            let parts = embed::Part::ALL.into_iter().zip(parts);
            embed = parts.fold(embed, |embed, (part, shown)| embed.with(part, shown));
        }
        embed
    })
}

fn route() -> impl Strategy<Value = Route> {
    let id = "[a-z]{1,8}-[0-9]{4}".prop_map(|id| View::Incident(id.parse().unwrap()));
    let named = prop_oneof![
        "[a-z]{1,8}".prop_map(|id| Subject::Actor(id.parse().unwrap())),
        ".{1,9}".prop_map(Subject::Name),
        "[a-z]{1,8}".prop_map(|id| Subject::Organisation(id.parse().unwrap())),
        "CVE-20[0-9]{2}-[0-9]{4}".prop_map(|id| Subject::Vulnerability(id.parse().unwrap())),
        "T[0-9]{4}".prop_map(|id| Subject::Technique(id.parse().unwrap())),
        Just(Subject::Country("JP".parse().unwrap())),
        ".{1,9}".prop_map(Subject::Source),
    ];
    let named = named.prop_map(View::About);
    let view = prop_oneof![
        Just(View::Cards),
        Just(View::Map),
        Just(View::Links),
        Just(View::Timeline),
        Just(View::Insights),
        Just(View::Table),
        Just(View::Compare),
        id,
        named
    ];
    let lang = prop::option::of(prop::sample::select(vec![Lang::En, Lang::Ja]));
    let theme = prop::option::of(prop::sample::select(vec![Theme::Light, Theme::Dark]));
    let sort = prop::sample::select(Sort::ALL.to_vec());
    (
        view,
        any::<String>(),
        sort,
        prop::option::of("[a-z-]{1,9}"),
        chart(),
        (grid(), links(), prop::collection::vec("[^,]{1,9}", 0..5)),
        lang,
        theme,
        embedded(),
    )
        .prop_map(
            |(view, query, sort, claim, chart, (grid, links, ids), lang, theme, embed)| Route {
                // A card is of an entry.
                embed: if matches!(view, View::Incident(_)) {
                    embed
                } else {
                    embed.onward()
                },
                // It stands in the timeline's own address and nowhere else.
                chart: if view == View::Timeline {
                    chart
                } else {
                    Chart::default()
                },
                grid: if view == View::Table {
                    grid
                } else {
                    Grid::default()
                },
                links: if view == View::Links {
                    links
                } else {
                    Links::default()
                },
                ids: if view == View::Compare {
                    compared(&ids.join(","))
                } else {
                    Vec::new()
                },
                view,
                query,
                sort,
                claim,
                lang,
                theme,
            },
        )
}

proptest! {
    #[test]
    fn an_address_and_its_state_are_one(route in route()) {
        prop_assert_eq!(Route::parse(&route.href()), (route, vec![]));
    }

    #[test]
    fn any_fragment_is_answered(fragment in any::<String>()) {
        let _ = Route::parse(&fragment);
    }
}
