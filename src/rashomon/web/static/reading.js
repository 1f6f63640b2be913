/* The words that an address names (#a.START-END) are marked, and words selected get an address of their own. Offsets
   count code points of the article's text; the text nodes of the page are that text. */
(function(){
var d=document,box=d.getElementById('text');if(!box)return;
var PLACE=/^#a\.(\d+)-(\d+)$/,can=window.CSS&&CSS.highlights;
function range(s,e){
  var w=d.createTreeWalker(box,NodeFilter.SHOW_TEXT),n,p=0,r=d.createRange(),on=false;
  while(n=w.nextNode()){
    var cp=Array.from(n.data),l=cp.length,u=function(k){return cp.slice(0,k).join('').length};
    if(!on&&s<p+l){r.setStart(n,u(s-p));on=true}
    if(on&&e<=p+l){r.setEnd(n,u(e-p));return r}
    p+=l}
  return null}
function places(r){
  var b=d.createRange();b.setStart(box,0);b.setEnd(r.startContainer,r.startOffset);
  var s=Array.from(b.toString()).length;return [s,s+Array.from(r.toString()).length]}
function show(){
  if(!can)return;CSS.highlights.delete('here');
  var m=PLACE.exec(location.hash),r=m&&range(+m[1],+m[2]);if(!r)return;
  CSS.highlights.set('here',new Highlight(r));
  var b=r.getClientRects()[0];if(b&&!d.getElementById(location.hash.slice(1)))scrollTo(0,scrollY+b.top-innerHeight*.3)}
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
