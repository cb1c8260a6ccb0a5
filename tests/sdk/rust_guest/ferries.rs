//! An overlay in Rust with nothing but the compiler: the structs of vidik_plugin.h once more, and three made-up events.
use std::ffi::{c_void, CStr};
use std::mem::{size_of, zeroed};
use std::os::raw::c_char;
use std::panic::catch_unwind;
use std::ptr::{addr_of_mut, null};

type Status = i32;
const OK: Status = 0;
const E_INTERNAL: Status = -99;
const DAY: i64 = 86_400_000_000;

#[repr(C)]
#[derive(Clone, Copy)]
struct Text {
    ptr: *const u8,
    len: u64,
}
const fn text(words: &'static str) -> Text {
    Text { ptr: words.as_ptr(), len: words.len() as u64 }
}

#[repr(C)]
#[derive(Clone, Copy)]
struct Moment {
    earliest: i64,
    latest: i64,
}

#[repr(C)]
struct Events {
    size: u32,
    reserved: u32,
    n: u64,
    id: *const Text,
    title: *const Text,
    category: *const Text,
    begin: *const Moment,
    end: *const Moment,
    begin_precision: *const u8,
    end_precision: *const u8,
    lon: *const f64,
    lat: *const f64,
    place_kind: *const u8,
    radius_m: *const f32,
    area: *const Text,
    magnitude: *const c_void,
    unit: *const Text,
    severity: *const u8,
    status: *const u8,
    flags: *const u32,
    summary: *const Text,
    begin_text: *const Text,
    end_text: *const Text,
    zone: *const Text,
    place: *const Text,
    country: *const Text,
    actor_ends: *const u64,
    actors: *const Text,
    claim_ends: *const u64,
    claims: *const c_void,
    source_ends: *const u64,
    sources: *const c_void,
    source_row: *const u64,
    extra_n: u64,
    extra_names: *const Text,
    extra: *const *const Text,
}
const _: () = assert!(size_of::<Events>() == 280);

#[repr(C)]
struct EventWriter {
    size: u32,
    reserved: u32,
    ctx: *mut c_void,
    categories: extern "C" fn(*const EventWriter, *const c_void, u64) -> Status,
    batch: extern "C" fn(*const EventWriter, *const Events) -> Status,
}

#[repr(C)]
struct EventsService {
    size: u32,
    reserved: u32,
    load: extern "C" fn(*mut Plugin, *const EventWriter) -> Status,
}

#[repr(C)]
struct Plugin {
    size: u32,
    reserved: u32,
    own: *mut c_void,
    destroy: extern "C" fn(*mut Plugin),
    find: extern "C" fn(*mut Plugin, *const c_char) -> *const c_void,
}

#[repr(C)]
pub struct Module {
    size: u32,
    epoch: u32,
    level: u32,
    flags: u32,
    id: Text,
    name: Text,
    version: Text,
    create: extern "C" fn(*const c_void, *mut *mut Plugin) -> Status,
}
unsafe impl Sync for Module {} // never changes

fn hand_over(writer: &EventWriter) -> Status {
    let days = [20_000, 20_010, 20_040];
    let ids: Vec<String> = days.iter().map(|day| format!("day-{}", day)).collect();
    let id: Vec<Text> = ids.iter().map(|one| Text { ptr: one.as_ptr(), len: one.len() as u64 }).collect();
    let title = [text("Ferry to Hvar stopped"), text("Ferry to Cres late"), text("No ferry in a storm")];
    let begin: Vec<Moment> =
        days.iter().map(|day| Moment { earliest: day * DAY, latest: day * DAY }).collect();
    let end: Vec<Moment> = begin.iter().map(|at| Moment { earliest: at.earliest + DAY, latest: at.latest + DAY }).collect();
    let (lon, lat) = ([16.44, 14.44, 19.09], [43.51, 45.33, 42.09]);
    let mut events: Events = unsafe { zeroed() };
    events.size = size_of::<Events>() as u32;
    events.n = days.len() as u64;
    events.id = id.as_ptr();
    events.title = title.as_ptr();
    events.begin = begin.as_ptr();
    events.end = end.as_ptr();
    events.lon = lon.as_ptr();
    events.lat = lat.as_ptr();
    (writer.batch)(writer, &events)
}

/// A panic may not leave through C.
extern "C" fn load(_plugin: *mut Plugin, writer: *const EventWriter) -> Status {
    catch_unwind(|| hand_over(unsafe { &*writer })).unwrap_or(E_INTERNAL)
}

extern "C" fn find(_plugin: *mut Plugin, service: *const c_char) -> *const c_void {
    static EVENTS: EventsService = EventsService { size: size_of::<EventsService>() as u32, reserved: 0, load };
    if unsafe { CStr::from_ptr(service) }.to_bytes() == b"vidik.events/1" {
        return &EVENTS as *const EventsService as *const c_void;
    }
    null()
}

extern "C" fn destroy(_plugin: *mut Plugin) {}

extern "C" fn create(_host: *const c_void, out: *mut *mut Plugin) -> Status {
    static mut PLUGIN: Plugin =
        Plugin { size: size_of::<Plugin>() as u32, reserved: 0, own: std::ptr::null_mut(), destroy, find };
    unsafe { *out = addr_of_mut!(PLUGIN) };
    OK
}

#[no_mangle]
pub extern "C" fn vidik_entry_1() -> *const Module {
    static MODULE: Module = Module {
        size: size_of::<Module>() as u32,
        epoch: 1,
        level: 0,
        flags: 0,
        id: text("org.example.rust-ferries"),
        name: text("Ferries in Rust"),
        version: text("1.0.0"),
        create,
    };
    &MODULE
}
