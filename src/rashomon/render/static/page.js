/* Words and places: the comparison on the left and the reports on the right lead to each other. */
(function(){
var d=document,root=d.documentElement,wide=matchMedia('(min-width:68.75rem)');
root.classList.add('js');
var $=function(s,e){return (e||d).querySelector(s)},$$=function(s,e){return [].slice.call((e||d).querySelectorAll(s))};
var ITEM=/^#[a-z]-\d+$/,R,secs,keys,places=null,cur=null,list=[],at=-1,last=null,spies=[];
function placeOf(a){return Words.read(a.getAttribute('href'))}
function textOf(id){return $('.tx[data-a="'+CSS.escape(id)+'"]')}

/* Every evidence link on the left is an entry of the index of the right, which is made when it is first asked. */
function placesIn(report){
  if(!places){places={};
    $$('main .item a[href^="#"]').forEach(function(a){
      var m=placeOf(a);if(m)(places[m.report]=places[m.report]||[]).push({s:m.s,e:m.e,item:a.closest('.item')});
    })}
  return places[report]||[]}
function name(it){var k=it.id.split('-')[0],n=it.id.split('-')[1];
  return ({c:'Claim ',d:'Difference ',q:'Quotation ',n:'Name ',t:'Date ',x:'Left out ',y:'Unresolved ',k:'Correction ',p:'Shared words '})[k]+n}
function about(it){var t=$('.it-t',it)||it;return t.textContent.trim().replace(/\s+/g,' ')}

function offset(a){var r=d.createRange();r.setStart(a.closest('.tx'),0);r.setEndBefore(a);return Array.from(r.toString()).length}
var HL=window.CSS&&CSS.highlights;
function paint(key,rs){if(HL){CSS.highlights.delete(key);if(rs.length)CSS.highlights.set(key,new (Function.prototype.bind.apply(Highlight,[null].concat(rs)))())}}
function rect(r){return r.getClientRects()[0]||r.getBoundingClientRect()}

/* Shows words in their report, marked, with the other places of their item in a paler colour. Answers their address,
   sealed where the report is one that may change; none where they are not there any more, which is said. */
function show(hash,item,quiet){
  var m=Words.read(hash);if(!m)return null;
  var box=textOf(m.report),w=box&&Words.find(box,m);
  if(!w){if(m.seal)miss(box);return null}
  var own='#'+m.report+'.'+w.s+'-'+w.e;
  if(item===undefined)item=(placesIn(m.report).filter(function(p){return p.s===w.s&&p.e===w.e})[0]||{}).item;
  if(!wide.matches&&!quiet)R.classList.add('open');
  $('.gone').hidden=true;paint('sel',[w.range]);
  var others=[];if(item)linksOf(item).forEach(function(a){var k=placeOf(a),t=k&&textOf(k.report);
    if(t&&a.getAttribute('href')!==own){var q=Words.range(t,k.s,k.e);if(q)others.push(q)}});
  paint('also',others);
  steps(item,own);
  var b=rect(w.range),inner=wide.matches||R.classList.contains('open');
  if(inner)R.scrollTop+=b.top-R.getBoundingClientRect().top-Math.max(R.clientHeight*.3,$('.rhead').offsetHeight+16);
  else scrollTo(0,scrollY+b.top-innerHeight*.3);
  d.dispatchEvent(new CustomEvent('rashomon:chosen',{detail:{report:m.report,start:w.s,end:w.e}}));
  return box.hasAttribute('data-id')?own+'~'+Words.seal(w.range):own}
function linksOf(item){return $$('a[href^="#"]',item).filter(function(a){return a.closest('.item')===item})} /* not those of claims folded into it */
function miss(box){
  unchoose();$('.gone').hidden=false;if(!wide.matches)R.classList.add('open');
  if(box)R.scrollTop+=box.closest('.rep').getBoundingClientRect().top-$('.rhead').getBoundingClientRect().bottom}
function steps(item,hash){
  var bar=$('.step');if(!item){bar.classList.remove('on');return}
  cur=item;var seen={};list=linksOf(item).filter(placeOf).map(function(a){return a.getAttribute('href')}).filter(function(h){return !seen[h]&&(seen[h]=1)});
  at=list.indexOf(hash);bar.classList.add('on');
  var a=$('a',bar);a.href='#'+item.id;a.textContent=name(item)+': '+about(item);
  $('.pos',bar).textContent=(at+1)+' of '+list.length;
  $$('.tabs a').forEach(function(t){var id=t.getAttribute('data-a');t.classList.toggle('hit',list.some(function(h){return decodeURIComponent(h).indexOf('#'+id+'.')===0}))})}
function step(n){if(!list.length)return;at=(at+n+list.length)%list.length;history.replaceState(history.state,'',show(list[at],cur)||list[at])}
function goto(id,push){
  var it=d.getElementById(id);if(!it)return;var x=it.closest('details');while(x){x.open=true;x=x.parentElement.closest('details')}
  var own=$('details',it);if(own&&it.matches('.claim'))own.open=true;
  $$('.item.cur').forEach(function(e){e.classList.remove('cur')});it.classList.add('cur');
  if(push)history.pushState(null,'','#'+id);
  R.classList.remove('open');it.scrollIntoView({block:'center'});
  var f=$('summary,a,h3',it)||it;f.focus&&f.focus({preventScroll:true})}

/* Words that are evidence for several items: the reader chooses one. */
function pop(a,hits){
  close();var b=d.createElement('div');b.id='pop';b.setAttribute('role','dialog');b.setAttribute('aria-label','What these words are evidence for');
  hits.forEach(function(h){var l=d.createElement('a');l.href='#'+h.id;var t=d.createElement('b');t.textContent=name(h);var s=d.createElement('span');s.textContent=about(h);l.appendChild(t);l.appendChild(s);b.appendChild(l)});
  d.body.appendChild(b);var r=a.getClientRects()[0];
  b.style.top=scrollY+r.bottom+6+'px';b.style.left=Math.max(8,Math.min(r.left,innerWidth-b.offsetWidth-12))+'px';
  if(r.bottom+b.offsetHeight>innerHeight)b.style.top=scrollY+r.top-b.offsetHeight-6+'px';
  last=a;$('a',b).focus()}
function close(){var p=$('#pop');if(p){p.remove();return true}}
function unchoose(){$('.gone').hidden=true;paint('sel',[]);paint('also',[]);steps(null);d.dispatchEvent(new CustomEvent('rashomon:chosen',{detail:null}))}

d.addEventListener('click',function(ev){
  if(ev.target.closest('a[href^="#"]'))layOut(true);
  if(ev.target.closest('.step .prev'))return step(-1);
  if(ev.target.closest('.step .next'))return step(1);
  if(ev.target.closest('#reports .close')){R.classList.remove('open');last&&last.focus();return}
  var a=ev.target.closest('a[href^="#"]');
  if(!a){if(!ev.target.closest('#pop'))close();return}
  if(ev.metaKey||ev.ctrlKey||ev.shiftKey)return;
  var h=a.getAttribute('href');
  if(a.closest('.tx')&&!a.classList.contains('dm')){
    ev.preventDefault();
    if(String(getSelection()))return; /* words are being selected, not followed */
    var id=a.closest('.tx').getAttribute('data-a'),s=offset(a),e=s+Array.from(a.textContent).length,hits=[];
    placesIn(id).forEach(function(p){if(p.s<e&&s<p.e&&hits.indexOf(p.item)<0&&!/^p-/.test(p.item.id))hits.push(p.item)});
    if(hits.length>1)pop(a,hits);else goto((hits[0]||{id:h.slice(1)}).id,true);return}
  close();
  if(Words.read(h)){
    var to=show(h,a.closest('.item'));if(to){ev.preventDefault();last=a;if(R.classList.contains('open')&&!R.contains(a)){var y=a.getBoundingClientRect();if(y.bottom>innerHeight*.3)scrollBy(0,y.top-72)}history.pushState(null,'',to)}
  }else if(ITEM.test(h)){ev.preventDefault();goto(h.slice(1),true)}
  else if(a.closest('.tabs')){ev.preventDefault();var t=d.getElementById(h.slice(1));if(wide.matches||R.classList.contains('open'))R.scrollTop+=t.getBoundingClientRect().top-R.getBoundingClientRect().top-$('.rhead').offsetHeight;else t.scrollIntoView()}
});
function fromHash(){var h=location.hash;if(!h)return;
  if(Words.read(h)){var to=show(h,undefined,true);if(to&&to!==h)history.replaceState(history.state,'',to)}
  else if(ITEM.test(h))goto(h.slice(1))}
addEventListener('popstate',fromHash);

/* Keys. They can be turned off, and never act in a form field. */
d.addEventListener('keydown',function(ev){
  if(ev.key==='Escape'){if(close()){last&&last.focus()}else if(R.classList.contains('open')){R.classList.remove('open');last&&last.focus()}else{unchoose();last&&last.focus()}return}
  if(d.getElementById('pop')&&/^Arrow(Down|Up)$/.test(ev.key)){var ls=$$('#pop a'),i=ls.indexOf(d.activeElement);ls[(i+(ev.key==='ArrowDown'?1:-1)+ls.length)%ls.length].focus();ev.preventDefault();return}
  if(late.length&&/^[1-9jke[\]]$/.test(ev.key))layOut(true);
  if(!keys.checked||ev.metaKey||ev.ctrlKey||ev.altKey||/^(INPUT|TEXTAREA|SELECT)$/.test(ev.target.tagName))return;
  if(ev.key==='j'||ev.key==='k'){
    var all=$$('main .item').filter(function(e){return e.offsetParent}),c=$('.item.cur'),i=all.indexOf(c);
    if(i<0){i=all.findIndex(function(e){return e.getBoundingClientRect().top>80});if(ev.key==='j')i--}
    var n=all[i+(ev.key==='j'?1:-1)];if(n){if(c)c.classList.remove('cur');n.classList.add('cur');n.scrollIntoView({block:'nearest'});var f=$('summary,a',n);f&&f.focus({preventScroll:true});history.replaceState(history.state,'','#'+n.id)}ev.preventDefault()}
  else if(ev.key==='e'){var it=$('.item.cur'),l=it&&$$('a[href^="#"]',it).filter(placeOf)[0];if(l){last=l;show(l.getAttribute('href'),it)}}
  else if(ev.key===']')step(1);else if(ev.key==='[')step(-1);
  else if(/^[1-9]$/.test(ev.key)){var s=secs[+ev.key-1];s&&s.scrollIntoView()}
});
addEventListener('beforeprint',function(){$$('details').forEach(function(x){if(!x.open){x.open=true;x.setAttribute('data-p','')}})});
addEventListener('afterprint',function(){$$('details[data-p]').forEach(function(x){x.open=false;x.removeAttribute('data-p')})});

/* Where the reader is: the section on the left, the report on the right. */
function spy(els,links,rootEl,off){if(!window.IntersectionObserver)return;var on=new Set();
  var o=new IntersectionObserver(function(es){es.forEach(function(e){e.isIntersecting?on.add(e.target):on.delete(e.target)});
    var f=els.filter(function(e){return on.has(e)})[0];
    links.forEach(function(l){if(f&&l.getAttribute('href')==='#'+f.id)l.setAttribute('aria-current','true');else l.removeAttribute('aria-current')})},{root:rootEl,rootMargin:off});
  els.forEach(function(e){o.observe(e)});spies.push(o)}

/* A large page is laid out piece by piece while the browser has nothing else to do, and whole before the first leap:
   what is laid out late has no certain place. */
var late=[];
function layOut(all){
  do{var one=late.shift();if(one){one.style.contentVisibility='visible';one.offsetHeight}}while(all&&late.length);
  if(late.length)soon(layOut)}
function soon(f){var g=function(){f()};window.requestIdleCallback?requestIdleCallback(g,{timeout:1000}):setTimeout(g,100)}

/* Begins, and begins again where the page has been filled anew. */
function begin(){
  R=d.getElementById('reports');secs=$$('main>section[id]');keys=$('#keys');cur=null;list=[];at=-1;
  try{keys.checked=localStorage.getItem('keys')!=='off';keys.onchange=function(){localStorage.setItem('keys',keys.checked?'on':'off')}}catch(e){}
  places=null;spies.forEach(function(o){o.disconnect()});spies=[];
  spy(secs,$$('.top nav a'),null,'-20% 0px -70% 0px');
  spy($$('.rep'),$$('.tabs a'),wide.matches?R:null,'-10% 0px -80% 0px');
  late=$$('.big main>section,.big .rep');
  if(location.hash&&late.length){layOut(true);var to=d.getElementById(location.hash.slice(1));if(to)to.scrollIntoView({behavior:'instant'})}
  else if(d.readyState==='complete')soon(layOut);
  else addEventListener('load',function(){soon(layOut)},{once:true});
  fromHash()}
d.addEventListener('rashomon:filled',begin);begin();
})();
