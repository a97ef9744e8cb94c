import { launch } from "./browsers.mjs";
const url="file:///work/main/dist/incident-explorer.html";
const shots=[["links-en-light","#/links?lang=en&theme=light",1440,1000],["links-ja-dark","#/links?lang=ja&theme=dark&q=actor:tick",1440,1000],["links-ja-390","#/links?lang=ja&theme=light&q=actor:tick",390,844],["map-en-light","#/map?lang=en&theme=light",1440,1000],["map-ja-dark","#/map?lang=ja&theme=dark&q=victim.country:JP",1440,1000],["map-en-390","#/map?lang=en&theme=dark",390,844],["card-ja-390","#/cards?lang=ja&theme=light",390,844],["inc-en","#/incident/mitsubishi-electric-2019?lang=en&theme=light",1440,1400],["inc-ja-390","#/incident/khi-2020?lang=ja&theme=dark",390,1400],["tl-en","#/timeline?lang=en&theme=light&day=2020-01-19",1440,1000],["org-ja","#/organisation/kawasaki-heavy-industries?lang=ja",1440,1000]];
const b=await launch("chromium");
for (const [n,h,w,hh] of shots){ const p=await b.newPage(); await p.setViewport({width:w,height:hh}); await p.goto(url+h); await new Promise(r=>setTimeout(r,2500)); await p.screenshot({path:`/tmp/look/${n}.png`}); await p.close(); }
await b.close(); process.exit(0);
