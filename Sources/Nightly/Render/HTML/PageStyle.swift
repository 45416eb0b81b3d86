// SPDX-License-Identifier: Apache-2.0

import Dealbook

/// The style of all pages, with the same palette as the reports on single workbooks: for light and dark screens, phones and
/// paper.
enum PageStyle {
  static let css =
    PageLook.base + PageLook.bars + PageLook.tables + """
      *{box-sizing:border-box}body{font:15px/1.5 system-ui,"Noto Sans CJK TC","Microsoft JhengHei","Microsoft YaHei",sans-serif;\
      margin:0;color:var(--ink);background:var(--paper)}\
      header,main,footer{max-width:80rem;margin:0 auto;padding:1rem}header{padding-bottom:0}footer{color:var(--quiet);font-size:.85rem}\
      h1,h2,h3,p,dd,dt,li,summary{overflow-wrap:anywhere}h1{margin:0;color:var(--navy);font-size:1.6rem;line-height:1.25}\
      main>h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem;color:var(--navy);border-top:2px solid var(--navy);padding-top:.5rem}\
      h3{font-size:1rem;margin:1.2rem 0 .3rem}a{color:var(--link)}a:focus-visible,summary:focus-visible,input:focus-visible,\
      [tabindex]:focus-visible{outline:3px solid var(--blue);outline-offset:2px}\
      .quiet{color:var(--quiet);font-size:.85rem;margin:.2rem 0 .6rem}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;\
      margin:.5rem 0 0;list-style:none}\
      .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.7rem,1fr));gap:.6rem;margin:.5rem 0}\
      .cards>div{background:var(--wash);border-left:4px solid var(--navy);padding:.5rem .7rem}.cards>.bad{border-color:var(--orange)}\
      dt{font-size:.85rem}dd{margin:0}dd b{display:block;font-size:1.4rem;line-height:1.3;overflow-wrap:normal}dd b.s{font-size:1.1rem}small{color:var(--quiet);font-size:.8rem;\
      display:block}\
      .books svg{height:.9rem}svg.spark{height:1.6rem;margin-top:.3rem}.line{fill:none;stroke:var(--navy);\
      stroke-width:2px;vector-effect:non-scaling-stroke}\
      .list{font-size:.9rem}.list td,.list th{padding:.25rem .6rem .25rem 0;overflow-wrap:break-word;min-width:4em}.list thead th{font-size:.85rem}\
      .list .n{padding-right:1.2rem}.list .bar{width:26%;min-width:7rem;padding-top:.5rem}\
      .bad,.error{color:var(--warn);font-weight:600}.cards>.bad{color:inherit;font-weight:inherit}\
      .tag{display:inline-block;border:1px solid var(--rule);border-radius:.6rem;padding:0 .5rem;font-size:.8rem;color:var(--ink)}\
      details{margin:.2rem 0}summary{cursor:pointer;padding:.25rem 0}.cause{border-bottom:1px solid var(--rule)}\
      .cause summary b{font-variant-numeric:tabular-nums}details>:not(summary){margin-left:1.1rem}\
      fieldset{border:1px solid var(--rule);padding:.3rem .8rem .5rem;margin:.5rem 0;min-width:0}legend{font-size:.85rem;color:var(--quiet)}\
      fieldset label{display:inline-block;margin-right:1rem;padding:.15rem 0}\
      .books{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:.8rem;padding:0;list-style:none}\
      .books>li{border:1px solid var(--rule);border-left:4px solid var(--navy);padding:.5rem .8rem;min-width:0}.books>li.e,.books>li.r,.books>li.o{\
      border-left-color:var(--orange)}.books a{font-weight:600}\
      .books.short{display:flex;flex-direction:column;gap:0}.books.short>li{border-width:0 0 1px;padding:.15rem 0}\
      .facts{display:grid;grid-template-columns:auto 1fr;gap:.1rem .8rem;margin:.4rem 0 0;font-size:.85rem}.facts dd{text-align:right;\
      font-variant-numeric:tabular-nums}\
      .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:0;background:var(--paper);padding:.5rem}\
      @media screen and (max-width:40rem){.list td,.list th,.list .n,.list .bar{padding:.1rem 0;min-width:0;width:auto}.list{display:block}\
      .wide{overflow:visible}}\
      @media print{:root{--ink:#000;--quiet:#444;--paper:#fff;--wash:#fff;--rule:#bbb;--navy:#1f3a5f;--link:#000;--back:#eee;--pale:#c5d8ea;\
      --orange:#b85410;--warn:#8a3a05;color-scheme:light}html{font-size:11px}body{font-size:.95rem}header,main,footer{max-width:none;padding:0}\
      .skip,nav,fieldset{display:none}h3{break-after:avoid}.cards>div,.books>li{break-inside:avoid}*{print-color-adjust:exact}\
      @page{size:A4 landscape;margin:10mm}}
      """
}
