/* The words that an address names (#a.START-END) are marked, and words selected get an address of their own. */
(function(){
var d=document,box=d.getElementById('text');if(!box)return;
var can=window.CSS&&CSS.highlights,gone=null;
function places(r){
  var b=d.createRange();b.setStart(box,0);b.setEnd(r.startContainer,r.startOffset);
  var s=Array.from(b.toString()).length;return [s,s+Array.from(r.toString()).length]}
/* What the server has marked (?start=&end=#here) is named as any other words: by an address that knows them again. */
function asked(){
  var q=new URLSearchParams(location.search),s=q.get('start'),e=q.get('end');if(location.hash!=='#here'||!s||!e)return;
  q.delete('start');q.delete('end');rename((String(q)&&'?'+q)+'#a.'+s+'-'+e)}
function rename(to){history.replaceState(history.state,'',location.pathname+to)}
function show(){
  asked();if(can)CSS.highlights.delete('here');
  var m=Words.read(location.hash),w=m&&m.report==='a'&&Words.find(box,m);
  tell(m&&m.seal&&!w);if(!w)return;
  rename(location.search+'#a.'+w.s+'-'+w.e+'~'+Words.seal(w.range));
  if(can)CSS.highlights.set('here',new Highlight(w.range));
  var b=w.range.getClientRects()[0];if(b&&!d.querySelector(':target'))scrollTo(0,scrollY+b.top-innerHeight*.3)}
function tell(lost){
  if(lost&&!gone){
    gone=d.createElement('p');gone.className='sans told';gone.setAttribute('role','status');d.querySelector('.reading>header').appendChild(gone);
    gone.textContent='The words of this link are not in this text: they were changed since it was made. The versions below may have them.'}
  if(gone)gone.hidden=!lost}
addEventListener('hashchange',show);show();

var bar=null,wait=0;
function offer(){
  var sel=d.getSelection(),r=sel.rangeCount&&!sel.isCollapsed?sel.getRangeAt(0):null;
  if(!r||!box.contains(r.startContainer)||!box.contains(r.endContainer)||!r.toString().trim()){if(bar)bar.hidden=true;return}
  if(!bar){
    bar=d.createElement('p');bar.className='share sans';bar.setAttribute('role','status');
    bar.appendChild(d.createElement('a')).textContent='A link to these words';
    d.body.appendChild(bar)}
  var p=places(r),text=box.textContent,cp=Array.from(text),q=new URLSearchParams({article:box.getAttribute('data-article'),start:p[0],end:p[1],
    exact:cp.slice(p[0],p[1]).join(''),prefix:cp.slice(Math.max(0,p[0]-32),p[0]).join(''),suffix:cp.slice(p[1],p[1]+32).join('')});
  bar.firstChild.href='/evidence?'+q;bar.hidden=false}
d.addEventListener('selectionchange',function(){clearTimeout(wait);wait=setTimeout(offer,250)});
})();
